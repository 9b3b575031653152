"""Starts MiniStack so that the tests can put events on its bus in the name of ECS: its own ECS sends none."""

from functools import partial

from ministack import app
from ministack.services import eventbridge

# As in AWS, nobody but a service may put events whose source is `aws.*`; MiniStack has this way in for services that do.
eventbridge._put_events = partial(eventbridge._put_events, allow_aws_source=True)

app.main()

import os
import signal

import boto3

queue = boto3.resource("sqs").Queue(os.environ["QUEUE_URL"])
running = True


def finish(*_):
    """The mail at hand is finished; the others go back to the queue by themselves."""
    global running
    running = False


signal.signal(signal.SIGTERM, finish)
while running:
    for message in queue.receive_messages(WaitTimeSeconds=20, MaxNumberOfMessages=1):
        print("sending", message.message_id, flush=True)
        message.delete()

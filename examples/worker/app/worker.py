import json
import os
import signal
import time
import urllib.request

import boto3

queue = boto3.resource("sqs").Queue(os.environ["QUEUE_URL"])
sent = boto3.resource("dynamodb").Table(os.environ["SENT"])
running = True


def finish(*_):
    """The mail at hand is finished; no further one is taken."""
    global running
    running = False


def protect(enabled):
    """Asks ECS to stop other tasks first when it scales in or deploys. Without an answer the mail is sent all the same."""
    request = urllib.request.Request(
        os.environ["ECS_AGENT_URI"] + "/task-protection/v1/state",
        method="PUT",
        headers={"Content-Type": "application/json"},
        data=json.dumps({"ProtectionEnabled": enabled, "ExpiresInMinutes": 5} if enabled else {"ProtectionEnabled": False}).encode(),
    )
    try:
        urllib.request.urlopen(request, timeout=5).close()
    except OSError as error:
        print("task protection:", error, flush=True)


def send(mail):
    """Stands for a provider of mail that drops a second mail with the same token."""
    print("sending", mail["id"], flush=True)


def process(mail):
    """Sends a mail once, however often its message comes."""
    if "Item" in sent.get_item(Key={"id": mail["id"]}, ConsistentRead=True):
        return
    send(mail)
    # A task that ends here leaves the mail to the next one, whose request the provider recognizes by its token.
    sent.put_item(Item={"id": mail["id"], "forgetAt": int(time.time()) + 15 * 24 * 3600})


signal.signal(signal.SIGTERM, finish)
while running:
    messages = queue.receive_messages(WaitTimeSeconds=20, MaxNumberOfMessages=1)
    if not messages:
        continue
    protect(True)
    for message in messages:
        process(json.loads(message.body))
        message.delete()
    protect(False)

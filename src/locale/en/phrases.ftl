# Standard texts, annexes and references
command-standard-texts = Write a standard text
command-standard-write = Write a text in a paragraph of its own
command-annexes = Refer to one of the item’s annexes
command-annex-refer = Refer to an annex
command-reference-insert = Insert a reference to minutes
annex-new = New annex …
refer-annex = cf. annex { $number }
refer-item = (cf. minutes { $meeting }, item { $number })
refer-meeting = (cf. minutes { $meeting })
refer-here = (cf. item { $number })
standard-noted = Noted.
standard-approved = Approved without comments.
standard-postponed = Deferred to the next meeting.
standard-discussed = The item was discussed.
standard-no-remarks = There were no comments.
standard-nothing-else = There was no other business.
hint-refer = Insert reference
hint-go = Go there

## What was found
hit-meeting = meeting
hit-item = item
hit-decision = decision
hit-action = action
hit-network = network
hit-resource = offer, method or template

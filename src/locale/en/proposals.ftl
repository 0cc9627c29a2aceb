## Proposals for the agenda
command-agenda-propose = Propose an agenda item
command-proposal-accept = Put a proposal on the agenda
command-proposal-decline = Decline a proposal for the agenda
command-proposal-answer = Decline the proposal, saying why
command-proposals = Proposals for the agenda
command-go-proposals = Go to the proposals for the agenda
arg-why = Reason
arg-proposal = Proposal no.
did-agenda-propose = proposed an item
did-proposal-accept = put a proposal on the agenda
did-proposal-decline = declined a proposal
proposal-made = The proposal "{ $title }" is with the secretariat
proposal-accepted = "{ $title }" is on the agenda as item { $number }
proposal-declined = The proposal "{ $title }" is declined
proposal-none = Nobody has proposed anything yet. + writes a proposal.
proposal-why = Declined: { $why }
proposal-row = Proposal: { $title } ({ $by })
proposals-waiting =
    { $count ->
        [one] 1 proposal
       *[other] { $count } proposals
    }
check-proposals =
    { $count ->
        [one] 1 proposal for the agenda awaits an answer
       *[other] { $count } proposals for the agenda await an answer
    }
error-proposals-closed = The agenda has been sent, so items can't be proposed here any more. Contact the secretariat.
error-proposal-long = The proposal is too long. Write a short title and at most a page about its purpose.
error-proposal-taken = "{ $title }" is on the agenda already.
error-proposal-unknown =
    { $count ->
        [0] There are no proposals for the agenda.
       *[other] There is no proposal { $typed }. Choose 1 to { $count }.
    }
next-member = Propose an item, or answer the invitation
hint-take-in = Put on
hint-decline = Decline
hint-propose = Propose item
hint-answer = Answer the invitation

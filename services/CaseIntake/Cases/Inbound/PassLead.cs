using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Decider;

namespace CaseCoordination.CaseIntake.Cases.Inbound;

/// <summary>The partner took the lead: this authority is a partner from now on, and tells everyone who is in.</summary>
public static class PassLead
{
    public static Decision<CaseEvent> Decide(
        Case current,
        ReceivedLetter letter,
        LeadAcceptanceLetter content,
        Turn turn
    )
    {
        if (Reception.StopAnswer(current, letter, turn) is { } stop)
        {
            return stop;
        }

        if (current.Offer is not { } offer || offer.LetterId != content.Offer || offer.To != letter.Sender)
        {
            return Reception.SetAside(current, letter, turn, "no-such-offer");
        }

        var passed = new LeadPassed(letter.Sender, turn.Now);
        var after = current.Evolve(passed);
        string[] members = [.. current.Joined.Where(j => j != letter.Sender), current.Authority];
        return Reception.Take(
            current,
            letter,
            turn,
            [passed, .. Outbound.Rosters(after, turn, letter.Sender, members, current.Joined)]
        );
    }

    public static Decision<CaseEvent> Decide(
        Case current,
        ReceivedLetter letter,
        LeadRefusalLetter content,
        Turn turn
    ) =>
        Reception.StopAnswer(current, letter, turn) is { } stop ? stop
        : current.Offer is not { } offer || offer.LetterId != content.Offer || offer.To != letter.Sender
            ? Reception.SetAside(current, letter, turn, "no-such-offer")
        : Reception.Take(current, letter, turn, new LeadOfferRefused(letter.Sender, content.Reason, turn.Now));
}

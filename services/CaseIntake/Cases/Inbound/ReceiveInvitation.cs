using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Decider;

namespace CaseCoordination.CaseIntake.Cases.Inbound;

/// <summary>An invitation opens this authority's own file, restricted from the start to those who take invitations in.</summary>
public static class ReceiveInvitation
{
    public static Decision<CaseEvent> Decide(
        Case current,
        ReceivedLetter letter,
        InvitationLetter content,
        string reference,
        Turn turn,
        Calendars calendars,
        CaseSettings settings
    )
    {
        if (Stop(current, letter, content, turn) is { } stop)
        {
            return stop;
        }

        var groups = current.Stage == CaseStage.Unknown ? settings.IntakeGroupsFor(content.Over) : [.. current.Groups];
        var received = new InvitationReceived(
            letter.Conversation,
            letter.Recipient,
            current.Stage == CaseStage.Unknown ? reference : current.Reference,
            letter.Sender,
            content.Round,
            letter.LetterId,
            content.Title,
            new Matter(
                content.Matter,
                content.Over,
                content.FinancialInstrument,
                content.ConductFrom,
                content.ConductTo
            ),
            content.Assistance,
            content.Missing,
            content.Facts,
            content.Message,
            content.ReplyBy,
            content.Tlp,
            content.Term,
            letter.Basis,
            groups,
            calendars.After(letter.Recipient, turn.Now, settings.AcknowledgementWarnDays),
            calendars.After(letter.Recipient, turn.Now, settings.AcknowledgementFailDays),
            turn.Now
        );
        CaseEvent[] events = [Reception.Taken(letter, turn, groups), received, .. Told(current, letter, content, turn)];
        return events;
    }

    // An invitation that stands here may have ended for its sender: the next round says so before the withdrawal does.
    private static Decision<CaseEvent>? Stop(
        Case current,
        ReceivedLetter letter,
        InvitationLetter content,
        Turn turn
    ) =>
        current.Stage == CaseStage.Unknown ? null
        : current.Invitation is not { } known
            ? Reception.SetAside(current, letter, turn, "conversation-of-another-case")
        : !current.IsEditable ? Reception.SetAside(current, letter, turn, "case-closed")
        : content.Term < current.Term ? Reception.SetAside(current, letter, turn, "overtaken")
        : current.IsLead ? Reception.SetAside(current, letter, turn, "already-joined")
        : known.From == letter.Sender
            ? content.Round > known.Round ? null
                : Reception.SetAside(current, letter, turn, "overtaken")
        : current.Stage is CaseStage.Declined or CaseStage.Withdrawn or CaseStage.Left ? null
        : content.Term > current.Term ? Reception.NotYet("lead-not-yet-known")
        : Reception.SetAside(current, letter, turn, "already-invited");

    // The copy is this authority's own: what it knows already or added itself stays.
    private static IEnumerable<CaseEvent> Told(Case current, ReceivedLetter letter, InvitationLetter content, Turn turn)
    {
        foreach (var subject in content.Subjects.Where(s => current.Subjects.All(known => known.Id != s.Id)))
        {
            yield return new SubjectAdded(
                subject.Id,
                subject.Kind,
                subject.Name,
                [.. subject.Identifiers.Select(i => new SubjectIdentifier(i.Scheme, i.Value))],
                letter.Sender,
                turn.Now
            );
        }

        foreach (var told in content.Allegations.Where(a => current.Allegations.All(known => known.Id != a.Id)))
        {
            yield return new AllegationAdded(told.Id, told.Text, told.Provisions, letter.Sender, turn.Now);
        }
    }
}

using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.DataSharing.Holdings.Letters;
using CaseCoordination.DataSharing.Holdings.Trails.Domain;
using CaseCoordination.Decider;

namespace CaseCoordination.DataSharing.Holdings.Trails;

/// <summary>
/// A recall or a correction goes to the recipient of an item: by whoever made the item, or passed along from there. A notice whose
/// letter a border stopped may be given again.
/// </summary>
/// <param name="Id">The same along the whole chain.</param>
/// <param name="Originator">The authority that recalls or corrects.</param>
public sealed record TellRecipient(Guid Id, string Kind, string Originator, string Text, Guid? ReplacedBy)
{
    public static Decision<TrailEvent> Decide(Trail current, TellRecipient command, Limit confirm, Turn turn)
    {
        if (!current.IsKnown)
        {
            return Refusal.Unknown("item-unknown", "There is no such item.");
        }

        if (current.Notices.Any(n => n.Id == command.Id && !current.Mail.IsStopped(n.LetterId)))
        {
            return new NoChange();
        }

        if (
            command.Kind == NoticeKinds.Recall
            && command.Originator == current.Authority
            && current.Notices.Any(n => n.Kind == NoticeKinds.Recall && !current.Mail.IsStopped(n.LetterId))
        )
        {
            return new Refusal("recalled-before", $"{current.Item.Name} was called back before.");
        }

        return command.Kind == NoticeKinds.Recall
            ? Recall(current, command, confirm, turn)
            : Correct(current, command, confirm, turn);
    }

    private static TrailEvent[] Recall(Trail current, TellRecipient command, Limit confirm, Turn turn) =>
        [
            new TrailRecalled(
                command.Id,
                command.Originator,
                command.Text,
                confirm,
                Outbound.IdOf(current.To, LetterKinds.Recall, turn),
                turn.By,
                turn.Now
            ),
            Outbound.Down(
                current,
                LetterKinds.Recall,
                new RecallLetter
                {
                    Notice = command.Id,
                    Originator = command.Originator,
                    Reason = command.Text,
                },
                turn
            ),
        ];

    private static TrailEvent[] Correct(Trail current, TellRecipient command, Limit confirm, Turn turn) =>
        [
            new TrailCorrected(
                command.Id,
                command.Originator,
                command.Text,
                command.ReplacedBy,
                confirm,
                Outbound.IdOf(current.To, LetterKinds.Correction, turn),
                turn.By,
                turn.Now
            ),
            Outbound.Down(
                current,
                LetterKinds.Correction,
                new CorrectionLetter
                {
                    Notice = command.Id,
                    Originator = command.Originator,
                    Text = command.Text,
                    ReplacedBy = command.ReplacedBy,
                },
                turn
            ),
        ];
}

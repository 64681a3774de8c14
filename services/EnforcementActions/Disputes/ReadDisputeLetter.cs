using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Inbound;
using CaseCoordination.EnforcementActions.Actions.Letters;
using CaseCoordination.EnforcementActions.Disputes.Domain;
using CaseCoordination.EnforcementActions.Disputes.Letters;

namespace CaseCoordination.EnforcementActions.Disputes;

/// <summary>
/// What letters on disputes do. A participant is heard on what it raised and on its own words alone; the lead is heard on all but
/// this authority's own.
/// </summary>
internal static class ReadDisputeLetter
{
    public static bool Reads(string kind) =>
        kind is ActionLetterKinds.Dispute or ActionLetterKinds.DisputeResult or ActionLetterKinds.DisputeFollowing;

    public static Decision<ActionEvent> Decide(CoordinatedAction current, ReceivedLetter letter, Turn turn)
    {
        if (current.IsLead ? !current.Stands.ContainsKey(letter.Sender) : letter.Sender != current.Lead)
        {
            return SetAside("sender-not-the-other-side");
        }

        if (LetterJson.Read<DisputeLetter>(letter.Content) is not { } content)
        {
            return SetAside("content-unreadable");
        }

        var told = Heard(current, letter, content, turn);
        var (raiser, number) = (told.Dispute.Raiser, told.Dispute.Number);
        if (!IsKnown(current.Disputes) && raiser != letter.Sender && (current.IsLead || raiser == current.Authority))
        {
            return SetAside("dispute-unknown");
        }

        var before = current.Disputes.FirstOrDefault(d => d.Is(raiser, number));
        var after = current.Evolve(told).Disputes.First(d => d.Is(raiser, number));
        if (before is not null && before.Result == after.Result && before.Followings.SequenceEqual(after.Followings))
        {
            return SetAside("overtaken");
        }

        return current.IsLead
            ? ReadActionLetter.Take(
                current,
                letter,
                turn,
                DisputeMail.Tell(current, told, raiser, number, letter.Kind, letter.Sender, turn)
            )
            : ReadActionLetter.Take(current, letter, turn, told);

        bool IsKnown(IEnumerable<DisputeFile> disputes) => disputes.Any(d => d.Is(raiser, number));

        Decision<ActionEvent> SetAside(string reason) => ReadActionLetter.SetAside(current, letter, turn, reason);
    }

    private static DisputeTold Heard(CoordinatedAction current, ReceivedLetter letter, DisputeLetter content, Turn turn)
    {
        var result = DisputeTelling.ResultOf(content);
        return new DisputeTold(
            DisputeTelling.DisputeOf(content),
            !current.IsLead || (result?.RecordedBy == letter.Sender && content.Raiser == letter.Sender) ? result : null,
            [
                .. DisputeTelling
                    .FollowingsOf(content)
                    .Where(f => current.IsLead ? f.Authority == letter.Sender : f.Authority != current.Authority),
            ],
            letter.Sender,
            letter.LetterId,
            turn.Now
        );
    }
}

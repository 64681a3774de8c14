using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Inbound;
using CaseCoordination.EnforcementActions.Actions.Letters;
using CaseCoordination.EnforcementActions.Deconfliction.Domain;
using CaseCoordination.EnforcementActions.Deconfliction.Letters;

namespace CaseCoordination.EnforcementActions.Deconfliction;

/// <summary>What others found, at the authority that asked.</summary>
internal static class ReadDeconflictionLetter
{
    public static bool Reads(string kind) => kind == ActionLetterKinds.Deconflicted;

    public static Decision<ActionEvent> Decide(CoordinatedAction current, ReceivedLetter letter, Turn turn)
    {
        if (LetterJson.Read<DeconflictedLetter>(letter.Content) is not { } content)
        {
            return ReadActionLetter.SetAside(current, letter, turn, "content-unreadable");
        }

        var finding = content.ToFinding();
        var isOfPlan = finding.About == Finding.OfPlan;
        var isAsked = isOfPlan
            ? current.IsLead && current.Stands.ContainsKey(letter.Sender) && finding.Number <= current.Plan.Version
            : current.Deconfliction.Inquiries.Any(i =>
                i.Number == finding.Number && i.Authorities.Contains(letter.Sender, StringComparer.Ordinal)
            );
        if (!isAsked)
        {
            return ReadActionLetter.SetAside(current, letter, turn, "not-asked");
        }

        var isOvertaken = isOfPlan
            ? finding.Number <= (current.Deconfliction.OfPlan.GetValueOrDefault(letter.Sender)?.Number ?? 0)
            : current.Deconfliction.OfInquiries.ContainsKey(DeconflictionFile.KeyOf(finding.Number, letter.Sender));
        return isOvertaken
            ? ReadActionLetter.SetAside(current, letter, turn, "overtaken")
            : ReadActionLetter.Take(
                current,
                letter,
                turn,
                new DeconflictionAnswered(letter.Sender, finding, letter.LetterId, turn.Now)
            );
    }
}

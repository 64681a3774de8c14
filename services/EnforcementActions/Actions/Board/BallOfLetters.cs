using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Letters;

namespace CaseCoordination.EnforcementActions.Actions.Board;

/// <summary>Letters of this file that a border stopped, or that have not reached the other side.</summary>
internal static class BallOfLetters
{
    private const string Failed = "failed";
    private const string Stopped = "stopped";

    // Of each kind only the last one to each authority counts: it says all that the ones before it said.
    public static IEnumerable<BallLine> Of(CoordinatedAction file) =>
        file.Letters.GroupBy(l => (l.To, l.Kind)).Select(letters => LineOf(file, letters.Last())).OfType<BallLine>();

    private static BallLine? LineOf(CoordinatedAction file, SentLetter letter)
    {
        var about = $"{letter.Kind} to {letter.To}";
        if (LetterSteps.IsStopped(letter.State))
        {
            var why = letter.Reason ?? letter.State;
            return new(file.Authority, "mend-letter", why, about, letter.At, null, Stopped, Blocks(file, letter));
        }

        if (LetterSteps.RankOf(letter.State) >= LetterSteps.RankOf(LetterSteps.Delivered))
        {
            return null;
        }

        var state = letter.State.EndsWith(Failed, StringComparison.Ordinal) ? Failed : Balls.Running;
        if (letter.Kind == ActionLetterKinds.Board && state != Failed)
        {
            // News that is on its way is nobody's to act on.
            return null;
        }

        return new(
            letter.To,
            "take-delivery",
            $"letter-{letter.State}",
            about,
            letter.At,
            DueOf(file, letter),
            state,
            Blocks(file, letter)
        );
    }

    // What tells how things went, or stops them, holds nothing up.
    private static bool Blocks(CoordinatedAction file, SentLetter letter) =>
        Balls.IsVoting(file)
        && letter.Kind switch
        {
            ActionLetterKinds.Proposal or ActionLetterKinds.Readiness => true,
            ActionLetterKinds.Order => file.Order?.Standing == Standing.Armed,
            _ => false,
        };

    private static DateTimeOffset? DueOf(CoordinatedAction file, SentLetter letter) =>
        letter.Kind switch
        {
            ActionLetterKinds.Proposal or ActionLetterKinds.Readiness => file.Plan.Schedule.ReadyBy,
            ActionLetterKinds.Order or ActionLetterKinds.OrderReceipt => file.Plan.Schedule.CutOff,
            _ => null,
        };
}

using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>Writes letters of a case: each rests on the letter that ties the two authorities, or asks the law by itself.</summary>
public static class Outbound
{
    public static LetterWritten Write<T>(Case current, string to, string kind, T content, Turn turn)
        where T : LetterContent
    {
        var reliesOn = current.Between.TryGetValue(to, out var letter) ? letter : (Guid?)null;
        return Write(current, to, kind, content, turn, reliesOn is null ? current.Ask : null, reliesOn);
    }

    public static LetterWritten Write<T>(
        Case current,
        string to,
        string kind,
        T content,
        Turn turn,
        Ask? ask,
        Guid? reliesOn
    )
        where T : LetterContent =>
        new(
            current.Id,
            LetterIds.Of(turn.Seed, to, kind),
            to,
            kind,
            LetterJson.Write(content),
            ask,
            reliesOn,
            LetterKinds.IsClosing(kind),
            [.. current.Groups],
            turn.By,
            turn.Now
        );

    /// <summary>The roster after a change, to every authority in it, with the number that orders it.</summary>
    /// <param name="after">The file after the change.</param>
    /// <param name="turn">The act.</param>
    /// <param name="lead">Who leads.</param>
    /// <param name="members">Who joined, without the lead.</param>
    /// <param name="to">Who is told.</param>
    public static IEnumerable<CaseEvent> Rosters(
        Case after,
        Turn turn,
        string lead,
        IReadOnlyCollection<string> members,
        IEnumerable<string> to
    )
    {
        var sequence = after.Sequence + 1;
        yield return new RosterNumbered(after.Term, sequence, turn.Now);
        var roster = new RosterLetter
        {
            Term = after.Term,
            Sequence = sequence,
            Lead = lead,
            Members = [.. members.Order(StringComparer.Ordinal)],
            Pauses = after.PauseNumber,
            IsSuspended = after.Stage == CaseStage.Suspended,
        };
        foreach (var member in to)
        {
            yield return Write(after, member, LetterKinds.Roster, roster, turn);
        }
    }
}

using CaseCoordination.DataSharing.Holdings.Consents.Domain;
using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.DataSharing.Holdings.Letters;
using CaseCoordination.DataSharing.Holdings.Trails.Domain;
using CaseCoordination.Decider;

namespace CaseCoordination.DataSharing.Holdings.Consents;

/// <summary>
/// A consent is asked, or an act is told of: the file opens with the visibility of the item's trail, and whoever stands behind this
/// authority in the item's chain is asked in the same commit.
/// </summary>
public static class HearAsker
{
    /// <param name="trail">The item as this authority gave it to whoever asks.</param>
    /// <param name="source">The holding that was passed on, where it was one.</param>
    public static Decision<ConsentEvent> Decide(
        Consent current,
        ReceivedLetter letter,
        AskLetter told,
        Trail trail,
        Holding? source,
        DateTimeOffset now
    )
    {
        if (current.IsKnown)
        {
            return Taken(current, letter, now, "told-before");
        }

        if (!trail.IsKnown)
        {
            return new Refusal("trail-not-yet-here", "The letter came before its cause.");
        }

        var received = new ConsentReceived(
            letter.Conversation,
            letter.Recipient,
            letter.Sender,
            trail.Id,
            Told.Asked(told),
            [.. trail.Groups],
            [.. trail.Members],
            letter.LetterId,
            letter.SubmittedAt
        );
        var file = Fold.Onto(current, [received]);
        return Forward(file, source, letter, now).Prepend(received).Prepend(Taken(file, letter, now, null)).ToArray();
    }

    private static IEnumerable<ConsentEvent> Forward(
        Consent file,
        Holding? source,
        ReceivedLetter letter,
        DateTimeOffset now
    )
    {
        var behind = source?.Originators.Intersect(file.Asked.Of, StringComparer.Ordinal).ToArray() ?? [];
        behind = [.. behind.Where(a => a != file.Authority && a != file.Asked.Holder)];
        if (source is null || behind.Length == 0)
        {
            yield break;
        }

        var asked = file.Asked with
        {
            Package = source.Package,
            Number = source.Item.Number,
            Name = source.Item.Name,
            Sha256 = source.Item.Sha256,
            Of = behind,
        };
        var written = Outbound.Ask(file.Id, asked, source, new Turn(HoldingReception.By, letter.LetterId, now));
        yield return new ConsentForwarded(source.From, behind, written.Letter.Id, now);
        yield return written;
    }

    internal static ConsentLetterTaken Taken(
        Consent file,
        ReceivedLetter letter,
        DateTimeOffset now,
        string? setAside
    ) => new(new(letter.LetterId, letter.Sender, letter.Kind, [.. file.Groups], setAside, letter.SubmittedAt, now));
}

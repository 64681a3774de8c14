using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.TreatyLaw;
using Ask = CaseCoordination.DataSharing.Requests.Domain.Ask;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>Writes letters of a request: drafts and the request itself ask the law, all else rests on them.</summary>
public static class Outbound
{
    /// <summary>The id of the letter of a kind that an act writes.</summary>
    public static Guid IdOf(Request current, string kind, Turn turn) => LetterIds.Of(turn.Seed, current.Other, kind);

    /// <summary>A letter that rests on the request.</summary>
    public static LetterWritten Reply<T>(Request current, string kind, T content, Turn turn)
        where T : LetterContent => Write(current, kind, content, turn, null, current.Tie);

    /// <summary>A letter that tells what is asked.</summary>
    public static LetterWritten Tell(Request current, string kind, int number, Turn turn) =>
        Write(current, kind, Told.Request(current, number), turn, AskOf(current.Content), null);

    public static Ask AskOf(Content content) =>
        new(
            content.Instrument,
            content.Pinned,
            content.Urgent,
            content.Oral,
            content.Matters,
            content.Assistance,
            MissingIn(content),
            content.Facts
        );

    /// <summary>What an instrument may ask for and the content does not say.</summary>
    public static string[] MissingIn(Content content) =>
        [.. Vocabulary.Fields.Except(content.Fields.Select(f => f.Field), StringComparer.Ordinal)];

    private static LetterWritten Write<T>(Request current, string kind, T content, Turn turn, Ask? ask, Guid? reliesOn)
        where T : LetterContent =>
        new(
            current.Id,
            IdOf(current, kind, turn),
            current.Other,
            kind,
            LetterJson.Write(content),
            ask,
            reliesOn,
            LetterKinds.IsClosing(kind),
            [.. current.Groups],
            turn.By,
            turn.Now
        );
}

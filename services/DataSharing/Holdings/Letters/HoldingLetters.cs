using System.Text.Json.Serialization;
using CaseCoordination.DataSharing.Holdings.Domain;

namespace CaseCoordination.DataSharing.Holdings.Letters;

/// <summary>By when something has to be done, and when its clock warns.</summary>
public sealed record ToldLimit(DateTimeOffset WarnAt, DateTimeOffset At);

/// <summary>What the holder wants to do: use, export or disclosure, the purpose, the class of recipient and its name.</summary>
public sealed record ToldAct(string Kind, string Purpose, string Recipient, string? To = null);

/// <summary>
/// Asks for consent to exactly one act (<c>holding.consent-request</c>), or tells of it and lets originators object
/// (<c>holding.use-notice</c>); passed on along the chain by which the item came.
/// </summary>
public sealed record AskLetter : LetterContent
{
    /// <summary>consent, objection or notice.</summary>
    public required string Mode { get; init; }

    /// <summary>The package in which the item came to whoever writes this letter, and its number there.</summary>
    public required Guid Package { get; init; }
    public required int Number { get; init; }
    public required string Name { get; init; }
    public required string Sha256 { get; init; }

    /// <summary>The authority that wants to act.</summary>
    public required string Holder { get; init; }
    public required ToldAct Act { get; init; }
    public required string Reason { get; init; }

    /// <summary>The originators that are asked, at the addressee or behind it.</summary>
    public required string[] Of { get; init; }
    public required ToldLimit AnswerBy { get; init; }

    [JsonIgnore]
    public override bool IsWhole =>
        Of.Length > 0
        && !Of.Contains(null)
        && Mode is (Modes.Consent or Modes.Objection or Modes.Notice)
        && ActKinds.All.Contains(Act.Kind, StringComparer.Ordinal);
}

/// <summary>What one originator says of a consent that was asked.</summary>
public sealed record ConsentAnswerLetter : LetterContent
{
    public required string Originator { get; init; }
    public required bool Granted { get; init; }
    public required string Reason { get; init; }

    /// <summary>Conditions of the consent, in words.</summary>
    public string? Terms { get; init; }

    /// <summary>Last day on which it holds; absent without end.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>What one originator says of an act that it was told about: it objects, or its time to object is over.</summary>
public sealed record ObjectionLetter : LetterContent
{
    public required string Originator { get; init; }
    public required bool Objects { get; init; }
    public required string Reason { get; init; }
}

/// <summary>The item is called back: it may not be used any longer and has to be deleted.</summary>
public sealed record RecallLetter : LetterContent
{
    /// <summary>The same along the whole chain.</summary>
    public required Guid Notice { get; init; }

    /// <summary>The authority that calls it back.</summary>
    public required string Originator { get; init; }
    public required string Reason { get; init; }
}

/// <summary>The item is wrong, and how.</summary>
public sealed record CorrectionLetter : LetterContent
{
    /// <summary>The same along the whole chain.</summary>
    public required Guid Notice { get; init; }
    public required string Originator { get; init; }
    public required string Text { get; init; }

    /// <summary>The package that replaces it, if one was released.</summary>
    public Guid? ReplacedBy { get; init; }
}

/// <summary>What the recipient confirms, and where the item is beyond it. Each receipt says all; one with a higher number replaces it.</summary>
public sealed record ReceiptLetter : LetterContent
{
    public required int Number { get; init; }

    /// <summary>Notices that the recipient has taken in and obeys.</summary>
    public required Guid[] Confirmed { get; init; }
    public required ToldWhereabouts[] Onward { get; init; }

    [JsonIgnore]
    public override bool IsWhole => Onward.All(o => o is not null);
}

/// <summary>Where the item is beyond the recipient.</summary>
public sealed record ToldWhereabouts(
    string Authority,
    string Via,
    Guid[] Told,
    Guid[] Delivered,
    Guid[] Confirmed,
    string? DeletedSha256 = null,
    DateTimeOffset? DeletedAt = null
);

/// <summary>The recipient certifies that it has deleted the item.</summary>
public sealed record DeletionCertificateLetter : LetterContent
{
    /// <summary>Of the content that was deleted, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>recall, retention-end or own-decision.</summary>
    public required string Cause { get; init; }
    public required DateTimeOffset DeletedAt { get; init; }

    /// <summary>Authorities to which it went on and that have not certified its deletion.</summary>
    public required string[] StillHeldBy { get; init; }

    [JsonIgnore]
    public override bool IsWhole => !StillHeldBy.Contains(null);
}

using System.Text.Json.Serialization;
using CaseCoordination.DataSharing.Requests.Letters;

namespace CaseCoordination.DataSharing.Notices.Letters;

/// <summary>The letters between files of a notice; the part before the dot brings them to this service.</summary>
public static class NoticeLetterKinds
{
    public const string Offer = "notice.offer";
    public const string Outcome = "notice.outcome";
    public const string Acknowledgement = "notice.acknowledgement";
    public const string Withdrawal = "notice.withdrawal";

    /// <summary>What only ends or acknowledges something; it may go even when the legal basis has lapsed.</summary>
    public static bool IsClosing(string kind) => kind is Acknowledgement or Withdrawal;
}

/// <summary>What is made known.</summary>
public sealed record NoticeOfferLetter : LetterContent
{
    public required string Reference { get; init; }

    /// <summary>information, licence-granted, licence-changed, licence-refused, licence-withdrawn, sanction, measure or warning.</summary>
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required ToldMatter Matter { get; init; }
    public required ToldSubject[] Subjects { get; init; }
    public string? Effective { get; init; }
    public string? TheirTitle { get; init; }
    public required string Tlp { get; init; }

    [JsonIgnore]
    public override bool IsWhole => Subjects.All(s => s?.Identifiers.All(i => i is not null) == true);
}

/// <summary>Whether the recipient's registers know one of the subjects, and whom to speak to if so.</summary>
public sealed record NoticeOutcomeLetter : LetterContent
{
    public required bool Hit { get; init; }
    public string? Contact { get; init; }
}

/// <summary>A person has taken note.</summary>
public sealed record NoticeAcknowledgementLetter : LetterContent
{
    public string? Comment { get; init; }
}

/// <summary>It does not hold any more.</summary>
public sealed record NoticeWithdrawalLetter : LetterContent
{
    public required string Reason { get; init; }
}

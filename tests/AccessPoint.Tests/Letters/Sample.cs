using System.Text.Json;
using CaseCoordination.AccessPoint.Border;
using CaseCoordination.AccessPoint.Letters.Domain;
using CaseCoordination.AccessPoint.Tests.Border;
using CaseCoordination.Contracts.AccessPoint.V1;

namespace CaseCoordination.AccessPoint.Tests.Letters;

/// <summary>One letter from XA-SMA to XB-DAC, as each side records it.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Later = Noon.AddMinutes(5);
    public static readonly Guid Id = new("0195e0c2-0000-7000-8000-000000000001");
    public static readonly Guid Matter = new("0195e0c2-0000-7000-8000-000000000002");
    public static readonly Clocks Clocks = new();

    public static LetterObligation Obligation { get; } =
        new()
        {
            Term = "s.use",
            About = "information",
            Op = "use",
            Effect = "consent",
            Purposes = ["other"],
            Cites = ["S §9"],
        };

    public static readonly string Obligations = JsonSerializer.Serialize(
        (LetterObligation[])[Obligation],
        JsonSerializerOptions.Web
    );

    public static readonly Judgement Permitted = new(
        true,
        null,
        "GRANT under small.",
        "GRANT",
        "small",
        "v1",
        ["S §1", "S §3"],
        ["keep-approach-confidential"],
        """{"outcome":"GRANT"}"""
    )
    {
        Asked = """{"sender":"XA-SMA"}""",
        Book = "b1",
        Obligations = Obligations,
    };

    public static readonly Judgement Forbidden = new(
        false,
        "no-basis",
        "No instrument binds both authorities on that day.",
        "NO_BASIS",
        "none",
        null,
        ["S §1"],
        [],
        """{"outcome":"NO_BASIS"}"""
    )
    {
        Asked = """{"sender":"XA-SMA"}""",
        Book = "b1",
    };

    public const string Text = """{"title":"secret"}""";

    public static string Hash { get; } = ContentHash.Of(Text);

    public static string Question { get; } = JsonSerializer.Serialize(SmallLaw.Ask, JsonSerializerOptions.Web);

    public static DispatchLetter Dispatch { get; } =
        new()
        {
            LetterId = Id,
            Sender = "XA-SMA",
            Recipient = "XB-DAC",
            Kind = "case.invitation",
            ConversationId = Matter,
            Question = SmallLaw.Ask,
            Content = Text,
            SubmittedBy = "officer-7",
            SubmittedAt = Noon.AddMinutes(-1),
            VisibleTo = ["markets"],
        };

    public static LetterAccepted Accepted { get; } =
        new(
            Id,
            "XA-SMA",
            "XB-DAC",
            "case.invitation",
            Matter,
            Question,
            Permitted.Outcome,
            Permitted.Instrument,
            Permitted.Version,
            Permitted.Citations,
            Permitted.Duties,
            Permitted.Decision,
            Text,
            Hash,
            "officer-7",
            ["markets"],
            Noon.AddMinutes(-1),
            Noon,
            Noon.AddDays(7),
            Noon.AddHours(1),
            Noon.AddHours(12),
            Noon.AddHours(12),
            Noon.AddHours(24),
            Noon.AddHours(24),
            Noon.AddHours(36),
            Permitted.Book,
            Permitted.Asked,
            Obligations
        );

    public static LetterRejected Rejected { get; } =
        new(
            Id,
            "XA-SMA",
            "XB-DAC",
            "case.invitation",
            Matter,
            Question,
            "no-basis",
            Forbidden.Explanation,
            Forbidden.Outcome,
            Forbidden.Instrument,
            null,
            Forbidden.Citations,
            Forbidden.Decision,
            Hash,
            "officer-7",
            ["markets"],
            Noon.AddMinutes(-1),
            Noon,
            Forbidden.Book,
            Forbidden.Asked
        );

    public static Letter Sent { get; } =
        new()
        {
            LetterId = Id,
            Sender = "XA-SMA",
            Recipient = "XB-DAC",
            Kind = "case.invitation",
            ConversationId = Matter,
            Question = SmallLaw.Ask,
            Basis = new LegalBasis
            {
                Outcome = Permitted.Outcome,
                Instrument = Permitted.Instrument,
                Version = Permitted.Version,
                Citations = Permitted.Citations,
                Duties = Permitted.Duties,
                Decision = Permitted.Decision,
                Obligations = [Obligation],
            },
            Content = Text,
            ContentHash = Hash,
            SubmittedAt = Noon.AddMinutes(-1),
            AcceptedAt = Noon,
        };

    public static LetterTakenIn TakenIn { get; } =
        new(
            Id,
            "XA-SMA",
            "XB-DAC",
            "case.invitation",
            Matter,
            Question,
            Permitted.Outcome,
            Permitted.Instrument,
            Permitted.Version,
            Permitted.Citations,
            Permitted.Duties,
            Permitted.Decision,
            Permitted.Outcome,
            Permitted.Version,
            Permitted.Decision,
            Text,
            Hash,
            Noon.AddMinutes(-1),
            Later,
            Later.AddHours(24),
            Later.AddHours(36),
            Permitted.Book,
            Permitted.Asked,
            Obligations
        );

    public static LetterTurnedAway TurnedAway(string reason, string explanation, Judgement own) =>
        new(
            Id,
            "XA-SMA",
            "XB-DAC",
            "case.invitation",
            Matter,
            Question,
            reason,
            explanation,
            own.Decision,
            Hash,
            Noon.AddMinutes(-1),
            Later,
            own.Book,
            own.Asked
        );

    public static LetterReceipt Receipt(string state, string? reason = null) =>
        new()
        {
            LetterId = Id,
            Sender = "XA-SMA",
            Recipient = "XB-DAC",
            State = state,
            At = Later,
            Reason = reason,
            ContentHash = Hash,
        };
}

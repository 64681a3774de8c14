using System.Collections.Immutable;

namespace CaseCoordination.EnforcementActions.Deconfliction.Domain;

/// <summary>That another measure meets this one, and whom to speak to; nothing of that measure itself.</summary>
/// <param name="Target">Name of the target within the plan; absent for a place.</param>
/// <param name="Place">Where both take effect at about the same time; absent for a target.</param>
/// <param name="Contacts">Groups, or a person where there is no group.</param>
public sealed record Hit(string? Target, string? Place, string[] Contacts);

/// <summary>An ask to authorities that do not take part.</summary>
public sealed record Inquiry(int Number, string[] Authorities, DateTimeOffset At);

/// <summary>What an authority found among its own measures; no hits is a no-hit.</summary>
/// <param name="About">plan or inquiry.</param>
/// <param name="Number">The plan's version, or the inquiry's number.</param>
/// <param name="Declined">too-many: it was asked more often today than it answers.</param>
public sealed record Finding(string About, int Number, Hit[] Hits, string? Declined, DateTimeOffset At)
{
    public const string OfPlan = "plan";
    public const string OfInquiry = "inquiry";
}

/// <summary>Who was asked about the targets of an action, and what they found.</summary>
public sealed record DeconflictionFile
{
    public static DeconflictionFile None { get; } = new();

    /// <summary>The last look at this authority's own other actions.</summary>
    public TargetsChecked? Own { get; init; }
    public ImmutableArray<Inquiry> Inquiries { get; init; } = [];

    /// <summary>By authority: of the latest version of the plan that it answered.</summary>
    public ImmutableSortedDictionary<string, Finding> OfPlan { get; init; } = Ordinal;

    /// <summary>By number and authority.</summary>
    public ImmutableSortedDictionary<string, Finding> OfInquiries { get; init; } = Ordinal;

    private static ImmutableSortedDictionary<string, Finding> Ordinal =>
        ImmutableSortedDictionary.Create<string, Finding>(StringComparer.Ordinal);

    public static string KeyOf(int inquiry, string authority) => $"{inquiry}.{authority}";

    public DeconflictionFile After(DeconflictionEvent @event) =>
        @event switch
        {
            TargetsChecked e => this with { Own = e },
            DeconflictionAsked e => this with { Inquiries = Inquiries.Add(e.Inquiry) },
            InquiryLetterWritten => this,
            DeconflictionAnswered { Finding.About: Finding.OfPlan } e => this with
            {
                OfPlan = OfPlan.SetItem(e.Authority, e.Finding),
            },
            DeconflictionAnswered e => this with
            {
                OfInquiries = OfInquiries.SetItem(KeyOf(e.Finding.Number, e.Authority), e.Finding),
            },
            _ => throw new System.Diagnostics.UnreachableException($"{@event.GetType().Name} is not of deconfliction."),
        };
}

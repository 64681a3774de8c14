using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>May, and under which basis, assistance be given?</summary>
public sealed record AssistanceRequest
{
    /// <summary>request, spontaneous or alert.</summary>
    public string Trigger { get; init; } = "request";

    /// <summary>The authority that asks; for spontaneous information and alerts, the one that sends.</summary>
    public required string From { get; init; }

    /// <summary>The authority that is asked; for spontaneous information and alerts, the one that receives.</summary>
    public required string To { get; init; }

    /// <summary>The reference date, in the acting authority's calendar.</summary>
    public required DateOnly At { get; init; }

    /// <summary>The date of evaluation; later than the reference date for a request still open.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The instrument that the request names, if any.</summary>
    public string? Invoked { get; init; }

    /// <summary>Only the named instrument may be used.</summary>
    public bool Pinned { get; init; }

    public bool Urgent { get; init; }

    public bool Oral { get; init; }

    /// <summary>administrative, civil or criminal.</summary>
    public string Procedure { get; init; } = "administrative";

    /// <summary>The kinds of assistance, asked for each subject.</summary>
    public required ImmutableArray<string> Kinds { get; init; }

    public required ImmutableArray<RequestSubject> Subjects { get; init; }

    /// <summary>The content fields that were not supplied.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    public Facts Facts { get; init; } = Facts.None;

    /// <summary>The authority that would give: the one asked, or the one that sends of its own accord.</summary>
    public string Provider => Trigger == "request" ? To : From;

    /// <summary>The authority that would receive.</summary>
    public string Receiver => Trigger == "request" ? From : To;
}

/// <summary>One matter that a request is about; several may be split over several bases.</summary>
public sealed record RequestSubject(
    int Subject,
    string Matter,
    string Over,
    Tri FinancialInstrument,
    DateOnly ConductFrom,
    DateOnly ConductTo
);

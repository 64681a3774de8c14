using System.Text.Json.Serialization;

namespace CaseCoordination.Contracts.AccessPoint.V1;

/// <summary>
/// What a letter rests on: either an ask that is judged by itself, or an answer that relies on an earlier letter between
/// the same two authorities.
/// </summary>
public sealed record LegalQuestion
{
    /// <summary>request, spontaneous or alert; absent means request. What is given unasked has its sender as the provider.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Trigger { get; init; }

    /// <summary>The instrument named by the sender; absent means the strongest basis is chosen.</summary>
    public string? Instrument { get; init; }

    /// <summary>True when only the named instrument may be used.</summary>
    public bool Pinned { get; init; }

    /// <summary>Matter code of the treaty vocabulary, such as <c>manipulation</c>.</summary>
    public string? Matter { get; init; }

    /// <summary>What the matter is over, such as <c>crypto-derivatives</c>.</summary>
    public string? Over { get; init; }

    /// <summary>Assistance codes asked for, such as <c>info.transactions</c>.</summary>
    public IReadOnlyList<string> Assistance { get; init; } = [];

    /// <summary>Whether the thing traded is a financial instrument: yes, no or unknown.</summary>
    public string FinancialInstrument { get; init; } = "unknown";

    /// <summary>The procedure the sender conducts: administrative, civil or criminal.</summary>
    public string Procedure { get; init; } = "administrative";

    /// <summary>First and last day of the conduct, as ISO dates.</summary>
    public string? ConductFrom { get; init; }

    public string? ConductTo { get; init; }

    /// <summary>Further matters of the same ask; all have to rest on one legal basis.</summary>
    public IReadOnlyList<LegalMatter> Others { get; init; } = [];

    /// <summary>True for an ask that cannot wait; some clocks and forms turn on it.</summary>
    public bool Urgent { get; init; }

    /// <summary>True for an ask first made by word of mouth.</summary>
    public bool Oral { get; init; }

    /// <summary>Content fields of the instrument that the letter does not supply.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Known facts by predicate code: yes, no or unknown.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The earlier letter whose decision carries this one; the fields above are then not judged.</summary>
    public Guid? ReliesOn { get; init; }

    /// <summary>True for an answer that only ends or acknowledges something, which may still go when the basis has lapsed.</summary>
    public bool Closing { get; init; }
}

/// <summary>One matter of an ask.</summary>
public sealed record LegalMatter
{
    public required string Matter { get; init; }
    public required string Over { get; init; }
    public string FinancialInstrument { get; init; } = "unknown";
    public string? ConductFrom { get; init; }
    public string? ConductTo { get; init; }
}

using CaseCoordination.Contracts.CaseIntake.V1;

namespace CaseCoordination.EnforcementActions.Investigations;

/// <summary>This service's copy of what its authority's case file says of a joint investigation.</summary>
public sealed record Investigation
{
    /// <summary>The case's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Marten's revision: two writers never overwrite each other.</summary>
    public int Version { get; set; }

    /// <summary>Every change heard of, in the order of the file, so that the order of arrival makes no difference.</summary>
    public required IReadOnlyList<InvestigationChanged> Heard { get; init; }

    public required string Authority { get; init; }
    public string Lead { get; init; } = "";
    public InvestigationState State { get; init; }

    /// <summary>The other authorities that are in, with the number of the change by which they came in.</summary>
    public IReadOnlyDictionary<string, long> Joined { get; init; } =
        new Dictionary<string, long>(StringComparer.Ordinal);
    public string Over { get; init; } = "";
    public IReadOnlyList<string> Groups { get; init; } = [];
    public IReadOnlyList<string> Members { get; init; } = [];
    public long LeadSince { get; init; }
    public int Pauses { get; init; }

    public bool IsLead => Lead == Authority;

    /// <summary>The copy with one more change; one that was heard before changes nothing.</summary>
    public static Investigation With(Investigation? known, InvestigationChanged change)
    {
        var heard = (known?.Heard ?? [])
            .Where(h => h.Number != change.Number)
            .Append(change)
            .OrderBy(h => h.Number)
            .ToList();

        // What was purged is forgotten here too, and nothing that comes late brings it back; a file that was told as it is says
        // all that the changes before it said.
        if (heard.FindLastIndex(h => h.Change is "purged" or "stated") is var end and >= 0)
        {
            heard = heard[end..];
        }

        var first = new Investigation
        {
            Id = change.CaseId,
            Version = known?.Version ?? 0,
            Authority = change.Authority,
            Heard = heard,
        };
        return heard.Aggregate(first, (copy, next) => copy.After(next));
    }

    private Investigation After(InvestigationChanged change) =>
        change.Change switch
        {
            "opened" => Seen(change) with { Lead = change.Lead!, State = InvestigationState.Draft },
            "revised" => Seen(change),
            "filed" => this with { State = InvestigationState.Open },
            "invited" => Seen(change) with { Lead = change.Lead!, State = InvestigationState.Invited },
            "joined" => this with { State = InvestigationState.Open },
            "left" => this with { State = InvestigationState.Left },
            "partner-joined" => this with { Joined = Add(Joined, [change.Partner!], change.Number) },
            "partner-left" => this with { Joined = Without(Joined, code => code == change.Partner) },
            "roster" => Roster(change),
            "lead-passed" => this with { Lead = change.Lead! },
            "lead-taken" => this with { Lead = change.Lead!, LeadSince = change.Number },
            "paused" => Pause(change),
            "closed" => this with { State = InvestigationState.Closed },
            "stated" => Stated(change),
            "purged" => this with { State = InvestigationState.Purged },
            _ => this,
        };

    // Whoever is in came in after this authority took the lead, as far as its predecessor can still tell.
    private Investigation Stated(InvestigationChanged change) =>
        Seen(change) with
        {
            Lead = change.Lead!,
            State = Enum.Parse<InvestigationState>(change.State!, ignoreCase: true),
            Joined = Add(new Dictionary<string, long>(StringComparer.Ordinal), [.. change.Members!], change.Number),
            LeadSince = change.Number - 1,
            Pauses = change.Pauses ?? 0,
        };

    private Investigation Seen(InvestigationChanged change) =>
        this with
        {
            Over = change.Over ?? "",
            Groups = change.Groups ?? [],
            Members = change.MembersWithAccess ?? [],
        };

    // A lead takes what its predecessor still tells, and not what it knows better: who joined since then.
    private Investigation Roster(InvestigationChanged change)
    {
        string[] told = [.. (change.Members ?? []).Append(change.Lead!).Where(code => code != Authority)];
        var joined = Without(
            Add(Joined, told, change.Number),
            code => !told.Contains(code, StringComparer.Ordinal) && !(IsLead && Joined[code] > LeadSince)
        );
        return IsLead ? this with { Joined = joined } : Pause(change) with { Joined = joined, Lead = change.Lead! };
    }

    private Investigation Pause(InvestigationChanged change) =>
        change.Pauses <= Pauses || State is not (InvestigationState.Open or InvestigationState.Suspended)
            ? this with
            {
                Pauses = Math.Max(Pauses, change.Pauses ?? 0),
            }
            : this with
            {
                Pauses = change.Pauses ?? Pauses,
                State = change.IsSuspended == true ? InvestigationState.Suspended : InvestigationState.Open,
            };

    private static Dictionary<string, long> Add(IReadOnlyDictionary<string, long> joined, string[] codes, long number)
    {
        var all = new Dictionary<string, long>(joined, StringComparer.Ordinal);
        foreach (var code in codes)
        {
            all.TryAdd(code, number);
        }

        return all;
    }

    private static Dictionary<string, long> Without(
        IReadOnlyDictionary<string, long> joined,
        Func<string, bool> gone
    ) => joined.Where(j => !gone(j.Key)).ToDictionary(j => j.Key, j => j.Value, StringComparer.Ordinal);
}

/// <summary>Where the authority's own file stands.</summary>
public enum InvestigationState
{
    Unknown,
    Draft,
    Invited,
    Open,
    Suspended,
    Left,
    Closed,
    Purged,
}

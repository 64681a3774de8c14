using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>
/// All law that is known at one moment: instruments, who is party to them, and the authorities. It never changes, does
/// no I/O, and is indexed so that a question among thousands of agreements touches only those that two authorities share.
/// </summary>
public sealed class LawBook
{
    private readonly FrozenDictionary<string, Instrument> instruments;
    private readonly FrozenDictionary<string, AuthorityProfile> authorities;
    private readonly FrozenDictionary<string, ImmutableArray<Membership>> memberships;

    private LawBook(
        ImmutableArray<Instrument> instruments,
        ImmutableArray<Participation> participations,
        ImmutableArray<AuthorityProfile> authorities
    )
    {
        Instruments = instruments;
        Participations = participations;
        Authorities = authorities;
        this.instruments = instruments.ToFrozenDictionary(instrument => instrument.Id, StringComparer.Ordinal);
        this.authorities = authorities.ToFrozenDictionary(authority => authority.Code, StringComparer.Ordinal);
        memberships = MembershipIndex.Build(this.instruments, participations);
    }

    public static LawBook Empty { get; } = Build([], [], []);

    /// <summary>In the order of their ids.</summary>
    public ImmutableArray<Instrument> Instruments { get; }

    /// <summary>In the order of authority, then instrument.</summary>
    public ImmutableArray<Participation> Participations { get; }

    /// <summary>In the order of their codes.</summary>
    public ImmutableArray<AuthorityProfile> Authorities { get; }

    /// <summary>Throws <see cref="LawTextException"/> with every contradiction found; nothing is loaded by half.</summary>
    public static LawBook Build(
        IEnumerable<Instrument> instruments,
        IEnumerable<Participation> participations,
        IEnumerable<AuthorityProfile> authorities
    )
    {
        ImmutableArray<Instrument> sorted = [.. instruments.OrderBy(i => i.Id, StringComparer.Ordinal)];
        ImmutableArray<Participation> parties =
        [
            .. participations
                .OrderBy(p => p.Authority, StringComparer.Ordinal)
                .ThenBy(p => p.Instrument, StringComparer.Ordinal),
        ];
        ImmutableArray<AuthorityProfile> codes = [.. authorities.OrderBy(a => a.Code, StringComparer.Ordinal)];
        var problems = LawBookChecks.Check(sorted, parties, codes);
        return problems.IsEmpty ? new LawBook(sorted, parties, codes) : throw new LawTextException(problems);
    }

    /// <summary>Instruments that name as party an authority which nobody registered, each with its place.</summary>
    public ImmutableArray<LawProblem> UnregisteredParties => LawBookChecks.Strangers(Instruments, Authorities);

    public Instrument? Instrument(string? id) => id is null ? null : instruments.GetValueOrDefault(id);

    public AuthorityProfile? Authority(string code) => authorities.GetValueOrDefault(code);

    /// <summary>An authority's memberships in the order of instrument ids; the default when it has none.</summary>
    public ImmutableArray<Membership> MembershipsOf(string authority) =>
        memberships.TryGetValue(authority, out var found) ? found : [];

    public Membership? MembershipOf(string authority, string instrument)
    {
        var all = MembershipsOf(authority);
        var (low, high) = (0, all.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (string.CompareOrdinal(all[middle].Instrument.Id, instrument))
            {
                case 0:
                    return all[middle];
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle - 1;
                    break;
            }
        }

        return null;
    }

    /// <summary>The same book with one instrument added or replaced by another version.</summary>
    public LawBook With(Instrument instrument) =>
        Build(Instruments.Where(other => other.Id != instrument.Id).Append(instrument), Participations, Authorities);

    /// <summary>The same book with one participation added or replaced.</summary>
    public LawBook With(Participation participation) =>
        Build(
            Instruments,
            Participations
                .Where(p => p.Authority != participation.Authority || p.Instrument != participation.Instrument)
                .Append(participation),
            Authorities
        );

    /// <summary>The same book with one authority added or replaced.</summary>
    public LawBook With(AuthorityProfile authority) =>
        Build(Instruments, Participations, Authorities.Where(other => other.Code != authority.Code).Append(authority));
}

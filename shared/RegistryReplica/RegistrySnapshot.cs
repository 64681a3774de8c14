using System.Collections.Immutable;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.RegistryReplica;

/// <summary>An instrument's terms and the first day on which they decide.</summary>
public sealed record Publication(DateOnly EffectiveFrom, Instrument Instrument);

/// <summary>
/// What the registry has announced so far, in whatever order. A participation whose authority or instrument was not announced
/// yet is left out until it was.
/// </summary>
public sealed class RegistrySnapshot
{
    private readonly ImmutableArray<AuthorityProfile> _authorities;
    private readonly ImmutableArray<Participation> _participations;
    private readonly ImmutableArray<ImmutableArray<Publication>> _publications;
    private readonly ImmutableArray<DateOnly> _changes;
    private readonly Lazy<LawBook>[] _books;

    public RegistrySnapshot(
        IEnumerable<AuthorityProfile> authorities,
        IEnumerable<Publication> publications,
        IEnumerable<Participation> participations
    )
    {
        _authorities = [.. authorities];
        _participations = [.. participations];
        _publications =
        [
            .. publications
                .GroupBy(p => p.Instrument.Id, StringComparer.Ordinal)
                .Select(g => g.OrderBy(p => p.EffectiveFrom).ToImmutableArray()),
        ];
        _changes =
        [
            .. _publications
                .SelectMany(p => p)
                .Select(p => p.EffectiveFrom)
                .Append(DateOnly.MinValue)
                .Distinct()
                .Order(),
        ];
        _books = [.. _changes.Select(day => new Lazy<LawBook>(() => Build(day)))];
    }

    /// <summary>
    /// The law as it stands on a day; between two days on which terms change it is the same object. Throws
    /// <see cref="LawTextException"/> while announcements contradict one another because some are still under way.
    /// </summary>
    public LawBook BookOn(DateOnly day)
    {
        var at = _changes.BinarySearch(day);
        return _books[at >= 0 ? at : ~at - 1].Value;
    }

    /// <summary>The terms with this hash, whether or not they still decide; null when they were never announced.</summary>
    public Instrument? Version(string instrument, string contentHash)
    {
        foreach (var publication in _publications.SelectMany(p => p))
        {
            if (publication.Instrument.Id == instrument && publication.Instrument.ContentHash == contentHash)
            {
                return publication.Instrument;
            }
        }

        return null;
    }

    private LawBook Build(DateOnly day)
    {
        var codes = _authorities.Select(a => a.Code).ToHashSet(StringComparer.Ordinal);
        var instruments = _publications
            .Select(versions => versions.LastOrDefault(p => p.EffectiveFrom <= day)?.Instrument)
            .OfType<Instrument>()
            .ToList();
        var ids = instruments.Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        return LawBook.Build(
            instruments,
            _participations.Where(p => codes.Contains(p.Authority) && ids.Contains(p.Instrument)),
            _authorities
        );
    }
}

using System.Collections.Concurrent;
using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;
using CaseCoordination.TreatyLaw;
using CaseCoordination.TreatyRegistry.Authorities;
using CaseCoordination.TreatyRegistry.Instruments;
using CaseCoordination.TreatyRegistry.Instruments.Domain;
using CaseCoordination.TreatyRegistry.Participations;
using CaseCoordination.TreatyRegistry.Participations.Domain;
using Marten;

namespace CaseCoordination.TreatyRegistry.Proposals;

/// <summary>Reads the register as law, to find out whether a change fits the rest of it.</summary>
internal sealed class RegisterLaw(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, TreatyLaw.Instrument> _parsed = new(StringComparer.Ordinal);

    /// <summary>What would not fit if these terms were published; null if everything does.</summary>
    public Task<string?> ContradictionAsync(
        AuthoritySession session,
        InstrumentChange change,
        CancellationToken cancellation
    ) => ContradictionAsync(session, [change], [], cancellation);

    /// <summary>What would not fit if all these terms were published and these authorities registered as well.</summary>
    public async Task<string?> ContradictionAsync(
        AuthoritySession session,
        IReadOnlyList<InstrumentChange> changes,
        IReadOnlyList<AuthorityProfile> entering,
        CancellationToken cancellation
    )
    {
        var authorities = await session.Documents.Query<AuthorityView>().ToListAsync(cancellation);
        var terms = await session.Documents.Query<TermsView>().ToListAsync(cancellation);
        var instruments = await session.Documents.Query<InstrumentView>().ToListAsync(cancellation);
        var texts = terms.ToDictionary(t => t.ContentHash, t => t.Terms, StringComparer.Ordinal);
        var replaced = changes.Select(c => (c.InstrumentId, c.EffectiveFrom)).ToHashSet();
        var publications = instruments
            .SelectMany(i => i.Publications)
            .Where(p => !replaced.Contains((p.InstrumentId, p.EffectiveFrom)))
            .Select(p => new RegistryReplica.Publication(p.EffectiveFrom, Parse(p.ContentHash, texts[p.ContentHash])))
            .Concat(
                changes.Select(c => new RegistryReplica.Publication(c.EffectiveFrom, Parse(c.ContentHash, c.Terms)))
            )
            .ToList();
        var register = new RegistrySnapshot(
            authorities.Select(a => a.ToProfile()).Concat(entering).DistinctBy(a => a.Code, StringComparer.Ordinal),
            publications,
            []
        );
        try
        {
            return publications
                .Select(p => p.EffectiveFrom)
                .Where(day => changes.Any(c => c.EffectiveFrom <= day))
                .Distinct()
                .Order()
                .SelectMany(day => register.BookOn(day).UnregisteredParties)
                .FirstOrDefault()
                ?.ToString();
        }
        catch (LawTextException contradiction)
        {
            return contradiction.Problems[0].ToString();
        }
    }

    /// <summary>What the register knows around a participation.</summary>
    public async Task<PartyRules> RulesAsync(
        AuthoritySession session,
        ParticipationChange change,
        CancellationToken cancellation
    )
    {
        var authority = await session.Documents.LoadAsync<AuthorityView>(change.Authority, cancellation);
        var instrument = await session.Documents.LoadAsync<InstrumentView>(change.InstrumentId, cancellation);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (instrument?.On(today) is not { } current)
        {
            return new PartyRules(authority is not null, instrument is not null, [], []);
        }

        var terms = await session.Documents.LoadAsync<TermsView>(
            TermsView.Key(current.InstrumentId, current.ContentHash),
            cancellation
        );
        return PartyRules.Of(authority is not null, Parse(current.ContentHash, terms!.Terms));
    }

    public TreatyLaw.Instrument Parse(string hash, string terms) =>
        _parsed.GetOrAdd(hash, _ => InstrumentJson.Read(terms));
}

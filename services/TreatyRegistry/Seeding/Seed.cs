using CaseCoordination.Decider;
using CaseCoordination.Platform.Store;
using CaseCoordination.TreatyRegistry.Authorities;
using CaseCoordination.TreatyRegistry.Authorities.Domain;
using CaseCoordination.TreatyRegistry.Instruments;
using CaseCoordination.TreatyRegistry.Instruments.Domain;
using CaseCoordination.TreatyRegistry.Participations;
using CaseCoordination.TreatyRegistry.Participations.Domain;
using CaseCoordination.TreatyRegistry.Proposals;
using CaseCoordination.TreatyRegistry.Proposals.Domain;

namespace CaseCoordination.TreatyRegistry.Seeding;

/// <summary>
/// Brings the register to what the files say, by the same rules as any change. What the files said before changes nothing
/// again, so that a registrar's later correction stands; what they no longer mention stays.
/// </summary>
internal sealed class Seed(AuthoritySessions sessions, RegisterLaw law, TimeProvider clock)
{
    /// <summary>The one name under which the register's streams are kept.</summary>
    public const string Register = "REGISTRY";

    /// <returns>How many things changed.</returns>
    public async Task<int> RunAsync(SeedFiles files, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var changed = 0;
        await using var session = sessions.Open(Register, ChangeSource.Deployment);
        await CheckAsync(session, files, today, now, cancellation);
        foreach (var change in files.Authorities)
        {
            changed += Count(
                await session.DecideAsync<Authority, AuthorityEvent>(
                    AuthorityIds.Stream(change.Code),
                    current => ChangeAuthority.DecideFromFile(current, change, SeedFiles.Hash(change), now),
                    cancellation
                ),
                change.Code
            );
        }

        foreach (var change in files.Instruments)
        {
            changed += Count(
                await session.DecideAsync<Instrument, InstrumentEvent>(
                    ProposePublication.Stream(change.InstrumentId),
                    current => PublishTerms.DecideFromFile(current, change, today, now),
                    cancellation
                ),
                change.InstrumentId
            );
        }

        foreach (var change in files.Participations)
        {
            changed += Count(
                await session.DecideAsync<Participation, ParticipationEvent>(
                    ProposeParticipationChange.Stream(change.Authority, change.InstrumentId),
                    current => ChangeParticipation.DecideFromFile(current, change, SeedFiles.Hash(change), now),
                    cancellation
                ),
                $"{change.Authority} in {change.InstrumentId}"
            );
        }

        return changed;
    }

    // The files fit one another; whether they fit what registrars published is found out before anything is stored.
    private async Task CheckAsync(
        AuthoritySession session,
        SeedFiles files,
        DateOnly today,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var published = new List<InstrumentChange>();
        foreach (var change in files.Instruments)
        {
            var (state, _) = await session.LoadAsync<Instrument>(
                ProposePublication.Stream(change.InstrumentId),
                cancellation
            );
            if (PublishTerms.DecideFromFile(state, change, today, now) is Events<InstrumentEvent>)
            {
                published.Add(change with { EffectiveFrom = state.Publications.IsEmpty ? PublishTerms.Ever : today });
            }
        }

        if (
            published.Count > 0
            && await law.ContradictionAsync(session, published, files.Profiles, cancellation) is { } contradiction
        )
        {
            throw new SeedRefusedException(contradiction);
        }
    }

    private static int Count<TState>(Outcome<TState> outcome, string what) =>
        outcome.Refusal is { } refusal ? throw new SeedRefusedException($"{what}: {refusal.Code}: {refusal.Message}")
        : outcome.Changed ? 1
        : 0;
}

/// <summary>The register does not take what the files say.</summary>
internal sealed class SeedRefusedException(string message) : Exception(message);

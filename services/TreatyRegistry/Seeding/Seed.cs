using CaseCoordination.Decider;
using CaseCoordination.Platform.Store;
using CaseCoordination.TreatyRegistry.Authorities;
using CaseCoordination.TreatyRegistry.Authorities.Domain;
using CaseCoordination.TreatyRegistry.Instruments;
using CaseCoordination.TreatyRegistry.Instruments.Domain;
using CaseCoordination.TreatyRegistry.Participations;
using CaseCoordination.TreatyRegistry.Participations.Domain;
using CaseCoordination.TreatyRegistry.Proposals.Domain;

namespace CaseCoordination.TreatyRegistry.Seeding;

/// <summary>
/// Brings the register to what the files say, by the same rules as any change. What the files said before changes nothing
/// again, so that a registrar's later correction stands; what they no longer mention stays.
/// </summary>
internal sealed class Seed(AuthoritySessions sessions, TimeProvider clock)
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

    private static int Count<TState>(Outcome<TState> outcome, string what) =>
        outcome.Refusal is { } refusal ? throw new SeedRefusedException($"{what}: {refusal.Code}: {refusal.Message}")
        : outcome.Changed ? 1
        : 0;
}

/// <summary>The register does not take what the files say.</summary>
internal sealed class SeedRefusedException(string message) : Exception(message);

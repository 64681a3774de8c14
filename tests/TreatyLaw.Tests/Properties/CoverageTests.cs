namespace CaseCoordination.TreatyLaw.Tests.Properties;

/// <summary>The generated cases reach every corner, so that the properties say something.</summary>
public sealed class CoverageTests
{
    [Fact]
    public void Generated_cases_reach_every_outcome_of_a_request_and_of_a_disclosure()
    {
        var requests = new HashSet<Outcome>();
        var disclosures = new HashSet<Outcome>();
        for (var seed = 1; seed < 3000; seed++)
        {
            var world = World.Of(seed);
            requests.Add(Law.Judge(world.Book, world.Request).Outcome);
            disclosures.Add(Law.Judge(world.Book, world.Disclosure).Outcome);
        }

        Assert.Equal(
            [
                Outcome.Grant,
                Outcome.GrantWithConditions,
                Outcome.Partial,
                Outcome.Incomplete,
                Outcome.Defer,
                Outcome.RefusalAvailable,
                Outcome.PendingFacts,
                Outcome.Blocked,
                Outcome.NoBasis,
            ],
            requests.Order()
        );
        Assert.Equal(
            [
                Outcome.Grant,
                Outcome.GrantWithConditions,
                Outcome.PendingFacts,
                Outcome.NeedsConsent,
                Outcome.NeedsNotice,
            ],
            disclosures.Order()
        );
    }
}

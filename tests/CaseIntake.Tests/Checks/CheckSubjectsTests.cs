using CaseCoordination.CaseIntake.Checks;
using CaseCoordination.CaseIntake.Checks.Domain;
using CaseCoordination.CaseIntake.Tests.Api;
using CaseCoordination.Contracts.CaseIntake.V1;
using CaseCoordination.Contracts.DataSharing.V1;
using CaseCoordination.Decider;
using CaseCoordination.Testing;

namespace CaseCoordination.CaseIntake.Tests.Checks;

public sealed class CheckSubjectsTests(CaseIntakeFixture node) : IClassFixture<CaseIntakeFixture>
{
    private const string Lei = "529900T8BM49AURSDO55";

    [Fact]
    public void A_check_is_made_once()
    {
        var first = CheckSubjects.Decide(new(), Guid.Empty, ["lei:1"], ["fraud"], node.Clock.GetUtcNow());
        var happened = Assert.Single(Assert.IsType<Events<SubjectCheckEvent>>(first).Happened);
        var done = new SubjectCheck().Evolve(happened);
        Assert.IsType<Unchanged<SubjectCheckEvent>>(
            CheckSubjects.Decide(done, Guid.Empty, [], [], node.Clock.GetUtcNow())
        );
    }

    [Fact]
    public async Task A_hit_names_whom_to_speak_to_and_a_closed_world_stays_closed()
    {
        using var officer = new CaseClient(node.As("XA-SMA", "officer", ["officer"], ["fraud"]));
        var known = await officer.OpenAsync();
        await officer.DoAsync(
            $"/api/cases/{known}/subjects",
            new
            {
                kind = "entity",
                name = "Delta Derivatives Exchange",
                identifiers = new[] { new { scheme = "lei", value = Lei } },
            }
        );

        Assert.Equal(["fraud"], (await CheckAsync("XA-SMA", Lei)).Contacts);
        Assert.Empty((await CheckAsync("XA-SMA", "5493001KJTIIGC8Y1R12")).Contacts);
        Assert.Empty((await CheckAsync("MSA-FMA", Lei)).Contacts);
    }

    private async Task<SubjectsChecked> CheckAsync(string authority, string lei)
    {
        var id = Guid.CreateVersion7();
        await node.Bus.SayAsync(
            new SubjectsToCheck
            {
                CheckId = id,
                Authority = authority,
                Identifiers = [new("lei", lei)],
            },
            authority
        );
        return (
            await Eventually.GetAsync(
                () => Task.FromResult(node.Bus.Heard<SubjectsChecked>().FirstOrDefault(c => c.CheckId == id)),
                c => c is not null,
                "the answer"
            )
        )!;
    }
}

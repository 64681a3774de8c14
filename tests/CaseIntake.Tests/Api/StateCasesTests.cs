using System.Net;
using CaseCoordination.Contracts.CaseIntake.V1;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;

namespace CaseCoordination.CaseIntake.Tests.Api;

public sealed class StateCasesTests(CaseIntakeFixture node) : IClassFixture<CaseIntakeFixture>
{
    [Fact]
    public async Task An_operator_has_every_case_of_its_authority_told_again_and_learns_of_none()
    {
        using var officer = new CaseClient(node.As("XA-SMA", "xa-officer", [Roles.Officer], ["digital-assets"]));
        using var elsewhere = new CaseClient(node.As("MSA-FMA", "msa-officer", [Roles.Officer], ["digital-assets"]));
        Guid[] own = [await officer.OpenAsync("First"), await officer.OpenAsync("Second")];
        var others = await elsewhere.OpenAsync("Third");
        var before = await officer.FindAsync(own[0]);

        using var @operator = node.As("XA-SMA", "xa-operator", [Roles.Operator]);
        for (var times = 1; times <= 2; times++)
        {
            using var answer = await @operator.PutAsync("/api/cases/announcements", null);
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
            await Eventually.HoldsAsync(
                () => Task.FromResult(own.All(id => Stated(id).Count == times)),
                "every case to be told again"
            );
        }

        Assert.Empty(Stated(others));
        var told = Stated(own[0]);
        Assert.All(told, t => Assert.Equal(("XA-SMA", "draft", "XA-SMA"), (t.Authority, t.State, t.Lead)));
        Assert.True(told[0].Number < told[1].Number);
        var after = await officer.FindAsync(own[0]);
        Assert.Equal((before!.Stage, before.Title, before.Reference), (after!.Stage, after.Title, after.Reference));
    }

    [Fact]
    public async Task Nobody_else_has_them_told()
    {
        using var officer = node.As("XA-SMA", "xa-officer", [Roles.Officer, Roles.Approver, Roles.Auditor]);
        using var answer = await officer.PutAsync("/api/cases/announcements", null);
        Assert.Equal("role-missing", await Answers.CodeAsync(answer));
    }

    private List<InvestigationChanged> Stated(Guid id) =>
        [
            .. node
                .Bus.Heard<InvestigationChanged>()
                .Where(c => c.CaseId == id && c.Change == "stated")
                .OrderBy(c => c.Number),
        ];
}

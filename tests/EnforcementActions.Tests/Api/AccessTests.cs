using System.Net;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.EnforcementActions.Tests.Api;

public sealed class AccessTests(EnforcementFixture node) : IClassFixture<EnforcementFixture>
{
    [Fact]
    public async Task An_action_that_nobody_knows_is_not_there()
    {
        await node.TeachAsync();
        using var officer = node.As("XA-SMA", "xa-officer", [Roles.Officer]);
        using var answer = await officer.GetAsync($"/api/actions/{Guid.CreateVersion7()}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}

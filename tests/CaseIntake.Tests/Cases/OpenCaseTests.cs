using CaseCoordination.CaseIntake.Cases;
using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;
using static CaseCoordination.CaseIntake.Tests.Samples;

namespace CaseCoordination.CaseIntake.Tests.Cases;

public sealed class OpenCaseTests
{
    private static readonly OpenCase Command = new(
        CaseId,
        Lead,
        Opened.Reference,
        Opened.Title,
        TheMatter,
        Opened.Groups,
        Opened.Members
    );

    [Fact]
    public void A_case_is_opened_with_those_who_may_see_it() =>
        new Given<Case, CaseEvent>().When(c => OpenCase.Decide(c, Command, Turn())).Then(Opened);

    [Theory]
    [InlineData("markets,digital-assets", "", "digital-assets,markets", "")]
    [InlineData("", "", "", "officer-7")]
    public void Without_a_wish_it_is_restricted_to_the_openers_groups_or_the_opener(
        string groups,
        string members,
        string expectedGroups,
        string expectedMembers
    )
    {
        var restricted = Visibility.Restrict(CallerOf(groups), null, members.Length == 0 ? null : [members]);

        Assert.Equal(expectedGroups, string.Join(',', restricted.Groups));
        Assert.Equal(expectedMembers, string.Join(',', restricted.Members));
    }

    [Fact]
    public void A_wish_for_nobody_means_the_opener_alone()
    {
        var restricted = Visibility.Restrict(CallerOf("markets"), [], []);

        Assert.Empty(restricted.Groups);
        Assert.Equal([Officer], restricted.Members);
    }

    private static Caller CallerOf(string groups) =>
        new(
            Officer,
            Lead,
            new HashSet<string>([Roles.Officer]),
            new HashSet<string>(groups.Split(',', StringSplitOptions.RemoveEmptyEntries))
        );
}

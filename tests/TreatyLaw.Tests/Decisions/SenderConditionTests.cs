using System.Collections.Immutable;
using static CaseCoordination.TreatyLaw.Tests.SmallBook;

namespace CaseCoordination.TreatyLaw.Tests.Decisions;

/// <summary>Limits that a sender sets beyond the instrument, for information that BB-TWO gave AA-ONE.</summary>
public sealed class SenderConditionTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("tax", "", true)]
    [InlineData("aml", "", false)]
    [InlineData("", "requester", true)]
    [InlineData("", "court", false)]
    [InlineData("tax", "requester", true)]
    [InlineData("tax", "court", false)]
    [InlineData("aml", "requester", false)]
    public void A_sender_s_condition_binds_the_purposes_and_recipients_that_it_names(
        string purposes,
        string recipients,
        bool binds
    )
    {
        var decision = Judge(new SenderCondition("c1", "BB-X", "consent", Words(purposes), Words(recipients)));

        Assert.Equal(binds ? Outcome.NeedsConsent : Outcome.Grant, decision.Outcome);
        Assert.Equal(binds ? ["BB-X"] : [], decision.ConsentFrom);
        Assert.Equal(
            binds ? [new Citation("Condition c1", "conditions", "condition.c1", "H-src")] : [],
            decision.Citations.Where(cite => cite.Instrument == "conditions")
        );
    }

    [Theory]
    [InlineData("allow")]
    [InlineData("notify")]
    public void A_sender_s_condition_never_widens_what_the_text_permits(string effect) =>
        Assert.Equal(Outcome.NeedsConsent, Judge(new SenderCondition("c1", Asked, effect, [], []), "deny").Outcome);

    [Fact]
    public void A_sender_s_condition_of_notice_is_a_condition() =>
        Assert.Equal(Outcome.GrantWithConditions, Judge(new SenderCondition("c1", Asked, "notify", [], [])).Outcome);

    private static ImmutableArray<string> Words(string word) => word.Length == 0 ? [] : [word];

    private static Decision Judge(SenderCondition condition, string effect = "allow")
    {
        var item = new DisclosureItem
        {
            Item = "i1",
            Provenance = [new(Asked, Asking, "a", Day.AddDays(-20))],
            Conditions = [condition],
        };
        var question = new Disclosure
        {
            Holder = Asking,
            At = Day,
            Op = "use",
            Purpose = "tax",
            Recipient = "requester",
            Items = [item],
        };
        var use = $"kind: handling, object: information, op: use, effect: {effect}";
        return Law.Judge(Of(Instrument("a", Party, use)), question);
    }
}

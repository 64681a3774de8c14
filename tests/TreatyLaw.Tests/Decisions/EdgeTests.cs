namespace CaseCoordination.TreatyLaw.Tests.Decisions;

/// <summary>Questions at the edge of what the law knows.</summary>
public sealed class EdgeTests
{
    private static readonly AssistanceRequest Request = new()
    {
        From = "MSC-CPA",
        To = "MSA-PPO",
        At = new DateOnly(2026, 3, 2),
        AsOf = new DateOnly(2026, 3, 2),
        Kinds = ["info.files"],
        Subjects = [new(1, "fraud", "securities", Tri.Yes, new DateOnly(2025, 1, 1), new DateOnly(2025, 2, 1))],
    };

    [Fact]
    public void Authorities_that_share_no_instrument_have_no_basis_and_the_decision_cites_what_each_is_party_to()
    {
        var decision = Law.Judge(Repository.Book, Request);

        Assert.Equal(Outcome.NoBasis, decision.Outcome);
        Assert.Equal(["cpc", "eio", "eu-2018-1805"], decision.Versions.Select(version => version.Instrument));
        Assert.Contains("suggest-other-basis", decision.Duties);
    }

    [Fact]
    public void An_authority_that_nobody_knows_has_no_basis_either()
    {
        var decision = Law.Judge(Repository.Book, Request with { From = "QQ-QQQ", To = "QQ-RRR", Invoked = "mar" });

        Assert.Equal(Outcome.NoBasis, decision.Outcome);
        Assert.Equal(["MAR Art. 22"], decision.Citations.Select(cite => cite.Text));
    }

    [Fact]
    public void Without_any_law_there_is_no_basis() =>
        Assert.Equal(Outcome.NoBasis, Law.Judge(LawBook.Empty, Request).Outcome);

    [Fact]
    public void A_request_for_nothing_and_a_disclosure_of_nothing_are_mistakes()
    {
        Assert.Throws<ArgumentException>(() => Law.Judge(Repository.Book, Request with { Kinds = [] }));
        Assert.Throws<ArgumentException>(() => Law.Judge(Repository.Book, Request with { Subjects = [] }));
        Assert.Throws<ArgumentException>(() => Law.Judge(Repository.Book, Disclosure([])));
        Assert.Throws<ArgumentException>(() =>
            Law.Judge(Repository.Book, Disclosure([new DisclosureItem { Item = "i1", Provenance = [] }]))
        );
    }

    [Fact]
    public void An_item_under_an_instrument_that_nobody_knows_is_held_back()
    {
        var step = new ProvenanceStep("XA-SMA", "XB-DAC", "lost", new DateOnly(2026, 1, 1));

        var decision = Law.Judge(
            Repository.Book,
            Disclosure([new DisclosureItem { Item = "i1", Provenance = [step] }])
        );

        Assert.Equal(Outcome.NeedsConsent, decision.Outcome);
        Assert.Equal(["XA-SMA"], decision.ConsentFrom);
    }

    [Fact]
    public void A_marking_that_nobody_knows_asks_a_person()
    {
        var step = new ProvenanceStep("XA-SMA", "XB-DAC", "iosco-mmou", new DateOnly(2026, 1, 1));
        var item = new DisclosureItem
        {
            Item = "i1",
            Provenance = [step],
            Markings = ["H9"],
        };

        Assert.Equal(Outcome.NeedsConsent, Law.Judge(Repository.Book, Disclosure([item])).Outcome);
    }

    [Fact]
    public void Only_a_clean_grant_may_be_answered_without_a_person()
    {
        var facts = Facts
            .None.With("fundamental-principles", Tri.No)
            .With("information-at-hand", Tri.Unknown)
            .With("request-must-be-revealed", Tri.No);
        var request = Request with
        {
            From = "MSA-FIU",
            To = "MSB-FIU",
            At = new DateOnly(2027, 9, 1),
            AsOf = new DateOnly(2027, 9, 1),
            Subjects = [Request.Subjects[0] with { Matter = "money-laundering" }],
            Facts = facts,
        };

        var open = Law.Judge(Repository.Book, request);
        var clean = Law.Judge(Repository.Book, request with { Facts = facts.With("information-at-hand", Tri.No) });

        Assert.True(open is { Outcome: Outcome.Grant, IsCleanGrant: false });
        Assert.Equal("reply 2027-09-08", $"{open.Deadlines[0].Do} {open.Deadlines[0].DueText}");
        Assert.True(clean is { IsCleanGrant: true, Deadlines.IsEmpty: true });
    }

    private static Disclosure Disclosure(System.Collections.Immutable.ImmutableArray<DisclosureItem> items) =>
        new()
        {
            Holder = "XB-DAC",
            At = new DateOnly(2026, 3, 2),
            Op = "use",
            Purpose = "request-purpose",
            Recipient = "requester",
            Items = items,
        };
}

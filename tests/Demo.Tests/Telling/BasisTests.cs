using CaseCoordination.Demo.Nodes;
using CaseCoordination.Demo.Telling;

namespace CaseCoordination.Demo.Tests.Telling;

public sealed class BasisTests
{
    [Theory]
    [InlineData("MMoU §1; §4; §7(b)(ii)", "MMoU §1", "MMoU §4", "MMoU §7(b)(ii)")]
    [InlineData("MMoU §1; App. A; §4", "MMoU §1", "MMoU App. A", "MMoU §4")]
    [InlineData(
        "MAR Art. 25(1); Art. 25(2)(b); MiFID II Art. 83(a)",
        "MAR Art. 25(1)",
        "MAR Art. 25(2)(b)",
        "MiFID II Art. 83(a)"
    )]
    [InlineData("ITS 2018/292 Art. 4; ITS 2024/2545 Annex III", "ITS 2018/292 Art. 4", "ITS 2024/2545 Annex III")]
    [InlineData("Marking H1; Marking H2", "Marking H1", "Marking H2")]
    public void An_act_is_named_once_for_the_provisions_that_follow(string told, params string[] citations) =>
        Assert.Equal(told, Basis.Citations(citations));

    [Fact]
    public void A_basis_without_citations_is_told_by_its_instrument() =>
        Assert.Equal("GRANT under mar", Basis.Of(new LetterBasis("GRANT", "mar", null, [])));

    [Fact]
    public void A_stopped_letter_is_told_by_its_reason()
    {
        var life = new LetterLife
        {
            LetterId = Guid.Empty,
            Direction = "outbound",
            Sender = "A",
            Recipient = "B",
            Kind = "k",
            State = "rejected",
            Reason = "no-basis",
            Explanation = "None carries it.",
            SubmittedAt = default,
            ContentHash = "",
            Basis = new("NO_BASIS", "none", null, ["MMoU §1", "MMoU App. B"]),
        };

        Assert.Equal("no-basis: None carries it. MMoU §1; App. B", Basis.Of(life));
    }
}

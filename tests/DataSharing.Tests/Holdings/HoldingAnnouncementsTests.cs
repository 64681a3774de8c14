using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.DataSharing.Holdings;
using CaseCoordination.DataSharing.Holdings.Consents.Domain;
using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.DataSharing.Holdings.Letters;
using CaseCoordination.DataSharing.Holdings.Trails.Domain;
using static CaseCoordination.DataSharing.Tests.Holdings.ItemSamples;
using static CaseCoordination.DataSharing.Tests.Samples;

namespace CaseCoordination.DataSharing.Tests.Holdings;

public sealed class HoldingAnnouncementsTests
{
    private static readonly LetterOut Out = new(
        SecondLetter,
        ItemId,
        Maker,
        LetterKinds.Receipt,
        "{}",
        FirstLetter,
        true,
        ["digital-assets"],
        Officer,
        Noon
    );
    private static readonly LetterIn In = new(
        FirstLetter,
        Maker,
        LetterKinds.Recall,
        ["digital-assets"],
        null,
        Noon,
        Noon
    );

    public static TheoryData<object> Written =>
        [new HoldingLetterWritten(Out), new TrailLetterWritten(Out), new ConsentLetterWritten(Out)];

    public static TheoryData<object> Taken =>
        [new HoldingLetterTaken(In), new TrailLetterTaken(In), new ConsentLetterTaken(In)];

    [Theory]
    [MemberData(nameof(Written))]
    public void A_letter_written_goes_to_the_border_and_relies_on_an_earlier_one(object written)
    {
        var announcement = Assert.Single(HoldingAnnouncements.Announce(written, Holder));
        var letter = Assert.IsType<DispatchLetter>(announcement.Contract);

        Assert.Equal(Holder, announcement.RoutingKey);
        Assert.Equal((SecondLetter, Holder, Maker), (letter.LetterId, letter.Sender, letter.Recipient));
        Assert.Equal((ItemId, LetterKinds.Receipt), (letter.ConversationId, letter.Kind));
        Assert.Equal((FirstLetter, true), (letter.Question.ReliesOn, letter.Question.Closing));
    }

    [Theory]
    [MemberData(nameof(Taken))]
    public void A_letter_taken_is_told_as_retrieved(object taken)
    {
        var announcement = Assert.Single(HoldingAnnouncements.Announce(taken, Holder));

        Assert.Equal(FirstLetter, Assert.IsType<LetterRetrieved>(announcement.Contract).LetterId);
    }

    [Fact]
    public void Everything_else_stays_in_the_file() =>
        Assert.Empty(HoldingAnnouncements.Announce(new HoldingRead("content", Officer, Noon), Holder));

    [Theory]
    [InlineData(LetterKinds.ConsentRequest, false)]
    [InlineData(LetterKinds.UseNotice, false)]
    [InlineData(LetterKinds.ConsentAnswer, true)]
    [InlineData(LetterKinds.Objection, true)]
    [InlineData(LetterKinds.Recall, true)]
    [InlineData(LetterKinds.Correction, true)]
    [InlineData(LetterKinds.Receipt, true)]
    [InlineData(LetterKinds.DeletionCertificate, true)]
    public void What_only_restricts_or_ends_goes_even_when_the_basis_has_lapsed(string kind, bool isClosing) =>
        Assert.Equal(isClosing, LetterKinds.IsClosing(kind));
}

using CaseCoordination.TreatyText;

namespace CaseCoordination.TreatyLaw.Tests.Texts;

/// <summary>What does not fit together is refused as a whole.</summary>
public sealed class BadBookTests
{
    [Fact]
    public void An_authority_that_nobody_registered_is_named()
    {
        var stranger = Repository.Book.Participations[0] with { Authority = "MSA-FMB" };

        var problem = Refused(() => Repository.Book.With(stranger));

        Assert.Contains("'MSA-FMB' is not registered", problem.Message, StringComparison.Ordinal);
        Assert.Contains("'MSA-FMA'", problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void An_instrument_that_no_text_defines_is_named()
    {
        var lost = Repository.Book.Participations[0] with { Instrument = "micca" };

        var problem = Refused(() => Repository.Book.With(lost));

        Assert.Contains("'micca'", problem.Message, StringComparison.Ordinal);
        Assert.Contains("'mica'", problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_participation_that_ends_before_it_begins_is_named()
    {
        var odd = Repository.Book.Participations[0] with
        {
            From = new DateOnly(2026, 1, 1),
            To = new DateOnly(2026, 1, 1),
        };

        Assert.Contains(
            "ends before it begins",
            Refused(() => Repository.Book.With(odd)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Two_texts_for_one_instrument_are_one_too_many()
    {
        var book = Repository.Book;

        var problem = Refused(() =>
            LawBook.Build(book.Instruments.Append(book.Instruments[0]), book.Participations, book.Authorities)
        );

        Assert.Contains("is there twice", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_circle_of_precedence_is_named_with_its_term()
    {
        var mmou = Repository.Book.Instrument("iosco-mmou")!;
        var text = InstrumentJson
            .Write(mmou)
            .Replace(
                "\"begins\":\"signing\"",
                "\"begins\":\"signing\",\"prefer\":{\"over\":\"iosco-emmou\"}",
                StringComparison.Ordinal
            );

        var problem = Refused(() => Repository.Book.With(InstrumentJson.Read(text)));

        Assert.Contains("runs in a circle", problem.Message, StringComparison.Ordinal);
        Assert.Equal("emmou.life", problem.Term);
        Assert.EndsWith("iosco-emmou.yaml", problem.Place.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_party_that_nobody_registered_is_told_with_its_place()
    {
        var book = LawBook.Build(Repository.Instruments, [], []);

        Assert.Contains(
            book.UnregisteredParties,
            problem => problem.Term == "bil.party" && problem.Message.Contains("'XB-DAC'", StringComparison.Ordinal)
        );
        Assert.Empty(Repository.Book.UnregisteredParties);
    }

    [Theory]
    [InlineData("authorities: {AA-ONE: {kind: fiu}}", "'jurisdiction' is missing")]
    [InlineData("authorities: {AA-ONE: {jurisdiction: AA, kind: bank}}", "'bank'")]
    [InlineData(
        "authorities: {AA-ONE: {jurisdiction: AA, kind: fiu, participations: {x: {status: full}}}}",
        "'from' is missing"
    )]
    [InlineData(
        "authorities: {AA-ONE: {jurisdiction: AA, kind: fiu, participations: {x: {status: full, from: \"2026-13-01\"}}}}",
        "not a date that exists"
    )]
    [InlineData("authorities: {}\nholidays: {AA: [\"2026-02-29\"]}", "'2026-02-29' is not a date that exists")]
    [InlineData("holidays: {}", "'authorities' is missing")]
    public void A_bad_cast_is_told_what_is_wrong(string text, string what) =>
        Assert.Contains(
            Assert.Throws<LawTextException>(() => LawFolder.ReadCast(text, "cast")).Problems,
            problem => problem.Message.Contains(what, StringComparison.Ordinal)
        );

    [Fact]
    public void Imported_participations_are_unverified_unless_they_say_otherwise()
    {
        var cast = LawFolder.ReadCast(
            "participations: {AA-ONE: {x: {status: full, from: \"2020-01-01\"}, y: {status: full, from: \"2020-01-01\", verified: true}}}",
            "parties"
        );

        Assert.Equal([("x", false), ("y", true)], cast.Participations.Select(p => (p.Instrument, p.Verified)));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told() =>
        Assert.Contains("no such folder", Refused(() => LawFolder.Load("nowhere")).Message, StringComparison.Ordinal);

    private static LawProblem Refused(Func<object> build) => Assert.Throws<LawTextException>(build).Problems[0];
}

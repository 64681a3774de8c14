namespace CaseCoordination.AccessPoint.Tests.Border;

/// <summary>The memorandum of the tests with a ground for refusing and with conditions that travel, as the registry announces it.</summary>
internal static class CarefulLaw
{
    /// <summary>The fact on which the ground hangs; only the asked authority's people know it.</summary>
    public const string Fact = "public-or-national-interest";

    public const string Ground =
        """{"id":"t.deny.interest","kind":"ground","cites":["T §7"],"effect":"permits-refusal","when":"public-or-national-interest","conf":"H-src"}""";

    /// <summary>Any use but those named needs consent, and that outlives the memorandum.</summary>
    public const string Use =
        """{"id":"t.use.other","kind":"handling","cites":["T §10"],"object":"information","op":"use","purpose":["other"],"effect":"consent","conf":"H-src"}""";

    public const string Keep =
        """{"id":"t.keep","kind":"handling","cites":["T §11"],"object":"information","op":"retain","effect":"allow","max":{"n":5,"unit":"years"},"conf":"H-src"}""";

    public const string Unstated =
        """{"id":"t.life","kind":"lifecycle","cites":["T §15"],"begins":"signing","pending":"unstated","survives":["t.use.other"],"conf":"H-src"}""";

    /// <summary>Everything above, on manipulation.</summary>
    public static string Terms { get; } = With(Ground, Use, Keep, Unstated);

    public static string With(params string[] further) => On(["manipulation"], further);

    /// <summary>The memorandum on other matters.</summary>
    public static string On(string[] matters, params string[] further) =>
        $$"""
            {"treaty":"test-mou","title":"A memorandum for tests","edition":{"made":"2020"},"binding":false,"calendar":"none","terms":[
              {"id":"t.party","kind":"party","cites":["T §1"],"status":"full","roles":["request","be-requested","spontaneous"],"from":"date-of-signing","conf":"H-src"},
              {"id":"t.matter","kind":"matter","cites":["T §2"],"codes":["{{string.Join(
                "\",\"",
                matters
            )}}"],"over":["securities","derivatives"],"time":{"basis":"request","ceasedConduct":true},"conf":"H-src"},
              {"id":"t.give","kind":"assistance","cites":["T §3"],"give":["info.files"],"modality":"shall","trigger":"request","conf":"H-src"}
              {{string.Concat(further.Select(term => $",{term}"))}}]}
            """;
}

using System.Text.Json;

namespace CaseCoordination.TreatyLaw;

/// <summary>
/// Carries a book, or the excerpt that one decision rests on, as canonical JSON: whoever keeps the excerpt beside the
/// decision can repeat it years later.
/// </summary>
public static class LawBookJson
{
    public static string Write(LawBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        var authorities = LawNodes.Map(
            book.Authorities.Select(authority => (authority.Code, (LawNode?)Write(book, authority)))
        );
        var instruments = LawNodes.List(book.Instruments.Select(instrument => instrument.Source));
        return CanonicalJson.Write(LawNodes.Map(("authorities", authorities), ("instruments", instruments)));
    }

    /// <summary>Throws <see cref="LawTextException"/> with every problem found; nothing is loaded by half.</summary>
    public static LawBook Read(string json, string source = "law book")
    {
        try
        {
            if (CanonicalJson.Read(json, source) is not LawMap map || map.Find("instruments") is not LawList list)
            {
                throw new JsonException("it holds 'authorities' and 'instruments'");
            }

            var cast = CastReader.Read(new LawMap([.. map.Entries.Where(e => e.Key != "instruments")], map.Place));
            return LawBook.Build(list.Items.Select(InstrumentReader.Read), cast.Participations, cast.Authorities);
        }
        catch (JsonException problem)
        {
            throw new LawTextException([
                new LawProblem(new LawPlace(source, 0), null, "not a law book", problem.Message),
            ]);
        }
    }

    private static LawMap Write(LawBook book, AuthorityProfile authority) =>
        LawNodes.Map(
            ("name", LawNodes.Text(authority.Name)),
            ("jurisdiction", LawNodes.Text(authority.Jurisdiction)),
            ("kind", LawNodes.Text(authority.Kind)),
            ("timeZone", LawNodes.Text(authority.TimeZone)),
            ("contactPoint", LawNodes.Text(authority.ContactPoint)),
            ("holidays", LawNodes.List(authority.Holidays.Select(LawNodes.Date))),
            (
                "participations",
                LawNodes.Map(
                    book.MembershipsOf(authority.Code)
                        .Select(membership => (membership.Instrument.Id, (LawNode?)Write(membership.Participation)))
                )
            )
        );

    private static LawMap Write(Participation participation) =>
        LawNodes.Map(
            ("status", LawNodes.Text(participation.Status)),
            ("from", LawNodes.Date(participation.From)),
            ("to", participation.To is { } to ? LawNodes.Date(to) : null),
            ("noticeGiven", participation.NoticeGiven is { } given ? LawNodes.Date(given) : null),
            ("list", participation.List is { } list ? LawNodes.Text(list) : null),
            ("capabilities", participation.Capabilities is { } can ? LawNodes.Texts(can) : null),
            ("verified", LawNodes.Truth(participation.Verified))
        );
}

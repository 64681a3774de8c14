using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>Authorities and their participations, as one text states them.</summary>
public sealed record Cast(ImmutableArray<AuthorityProfile> Authorities, ImmutableArray<Participation> Participations);

/// <summary>
/// Reads a cast: authorities with their participations, and holidays by jurisdiction. A text may also hold participations
/// alone, by authority and instrument, for authorities that are registered elsewhere; such an import counts as unverified
/// unless it says otherwise.
/// </summary>
public static class CastReader
{
    private static readonly Words Kinds = Words.Of(
        "securities-regulator derivatives-regulator consumer-authority fiu prosecutor data-protection-authority "
            + "central-bank self-regulatory-body other"
    );

    /// <summary>Throws <see cref="LawTextException"/> with every problem found.</summary>
    public static Cast Read(LawNode node)
    {
        var problems = new List<LawProblem>();
        var cast = Read(node, problems);
        return problems.Count == 0 ? cast : throw new LawTextException([.. problems]);
    }

    public static Cast Read(LawNode node, IList<LawProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(problems);
        if (node is not LawMap map)
        {
            problems.Add(new LawProblem(node.Place, null, "not a cast", "it holds 'authorities:' and 'holidays:'"));
            return new Cast([], []);
        }

        var fields = new LawFields(map, null, problems);
        var holidays = HolidayReader.Read(fields);
        var authorities = ImmutableArray.CreateBuilder<AuthorityProfile>();
        var participations = ImmutableArray.CreateBuilder<Participation>();
        if (fields.Fields("authorities") is { } all)
        {
            foreach (var entry in all.Map.Entries)
            {
                if (all.Fields(entry.Key) is { } authority)
                {
                    authority.Term = entry.Key;
                    authorities.Add(Authority(entry.Key, authority, holidays));
                    participations.AddRange(Participations(entry.Key, authority));
                    authority.Done();
                }
            }
        }
        else if (!fields.Has("participations"))
        {
            fields.Report(map.Place, "'authorities' is missing", "list the authorities by their codes");
        }

        participations.AddRange(Imported(fields));
        fields.Done();
        return new Cast(authorities.ToImmutable(), participations.ToImmutable());
    }

    /// <summary>Reads one participation record.</summary>
    public static Participation Participation(
        string authority,
        string instrument,
        LawFields fields,
        bool verified = true
    )
    {
        ArgumentNullException.ThrowIfNull(fields);
        var participation = new Participation
        {
            Authority = authority,
            Instrument = instrument,
            Status = fields.Required("status", Vocabulary.Statuses),
            From = fields.Date("from") ?? Missing(fields),
            To = fields.Date("to"),
            NoticeGiven = fields.Date("noticeGiven"),
            List = fields.Text("list"),
            Capabilities = fields.Has("capabilities") ? fields.Texts("capabilities") : null,
            Verified = fields.Truth("verified") ?? verified,
        };
        fields.Done();
        return participation;
    }

    private static DateOnly Missing(LawFields fields)
    {
        if (!fields.Has("from"))
        {
            fields.Report(
                fields.Map.Place,
                "'from' is missing",
                "write the first day in, such as from: \"2018-06-01\""
            );
        }

        return default;
    }

    private static AuthorityProfile Authority(
        string code,
        LawFields fields,
        Dictionary<string, ImmutableSortedSet<DateOnly>> holidays
    )
    {
        var jurisdiction = fields.Required("jurisdiction");
        return new AuthorityProfile
        {
            Code = code,
            Name = fields.Text("name") ?? code,
            Jurisdiction = jurisdiction,
            Kind = fields.Required("kind", Kinds),
            TimeZone = fields.Text("timeZone") ?? "Etc/UTC",
            ContactPoint = fields.Text("contactPoint") ?? "",
            Holidays = fields.Has("holidays")
                ? HolidayReader.Days(fields, "holidays")
                : holidays.GetValueOrDefault(jurisdiction, []),
        };
    }

    private static IEnumerable<Participation> Imported(LawFields fields)
    {
        if (fields.Fields("participations") is not { } all)
        {
            yield break;
        }

        foreach (var entry in all.Map.Entries)
        {
            if (all.Fields(entry.Key) is not { } records)
            {
                continue;
            }

            records.Term = entry.Key;
            foreach (var record in records.Map.Entries)
            {
                if (records.Fields(record.Key) is { } read)
                {
                    yield return Participation(entry.Key, record.Key, read, verified: false);
                }
            }
        }
    }

    private static IEnumerable<Participation> Participations(string code, LawFields fields)
    {
        if (fields.Fields("participations") is not { } all)
        {
            yield break;
        }

        foreach (var entry in all.Map.Entries)
        {
            if (all.Fields(entry.Key) is { } record)
            {
                yield return Participation(code, entry.Key, record);
            }
        }
    }
}

using System.Text.Json;

namespace CaseCoordination.TreatyLaw;

/// <summary>Carries an instrument as one canonical JSON text, so that every replica arrives at the same hash.</summary>
public static class InstrumentJson
{
    public static string Write(Instrument instrument)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        return instrument.CanonicalText;
    }

    /// <summary>Throws <see cref="LawTextException"/> with every problem found; nothing is loaded by half.</summary>
    public static Instrument Read(string json, string source = "instrument")
    {
        try
        {
            return InstrumentReader.Read(CanonicalJson.Read(json, source));
        }
        catch (JsonException problem)
        {
            throw new LawTextException([
                new LawProblem(new LawPlace(source, 0), null, "not a JSON text", problem.Message),
            ]);
        }
    }
}

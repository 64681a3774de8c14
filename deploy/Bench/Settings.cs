using System.Globalization;

namespace CaseCoordination.Bench;

/// <summary>What is measured where; everything comes from deploy/bench.</summary>
internal sealed record Settings(
    string State,
    int IdleLetters,
    int FloodLetters,
    int Concurrency,
    string? Json,
    Uri Issuer,
    Uri CaseIntake,
    string Postgres,
    Uri Broker
)
{
    /// <summary>Messages that cross the broker for one invitation: dispatch, letter, relay note, delivery, two receipts, retrieval, two progress notes.</summary>
    public const int HopsPerLetter = 9;

    public static Settings Read(string[] args) =>
        new(
            Option(args, "--state") ?? ".local/bench",
            Number(args, "--idle", 100),
            Number(args, "--letters", 3000),
            Number(args, "--concurrency", 32),
            Option(args, "--json"),
            new Uri(Required("ISSUER_URL")),
            new Uri(Required("CASE_INTAKE_URL")),
            Required("POSTGRES_SUPERUSER"),
            new Uri(Required("RABBITMQ_URL"))
        );

    public static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    private static int Number(string[] args, string name, int otherwise) =>
        Option(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    public static string Required(string variable) =>
        Environment.GetEnvironmentVariable(variable)
        ?? throw new InvalidOperationException($"{variable} is not set; run deploy/bench, which sets it.");
}

using System.Security.Cryptography;
using System.Text;
using CaseCoordination.TreatyLaw.Tests.Properties;
using CaseCoordination.TreatyText;

namespace CaseCoordination.TreatyLaw.Tests.Replay;

/// <summary>
/// Decisions replay to the same bytes for ever, so a change of the engine that alters one has to be seen and approved. Where a
/// test fails, what was received stands beside the test's binaries under the approved file's name.
/// </summary>
public sealed class ApprovedDecisionsTests
{
    private const int Worlds = 800;
    private const int Block = 20;

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "TreatyLaw.Tests", "Replay");
    private static readonly string Scenarios = Path.Combine(Repository.Root, "tests", "TreatyLaw.Tests", "Scenarios");

    [Fact]
    public void Every_scenario_of_our_own_is_decided_as_approved_to_the_byte() =>
        Approve(
            "scenarios.jsonl",
            Directory
                .EnumerateFiles(Scenarios, "*.yaml")
                .Order(StringComparer.Ordinal)
                .SelectMany(file => ScenarioFile.Read(File.ReadAllText(file), file, Repository.Instruments))
                .Select(scenario => $$"""{"id":"{{scenario.Id}}","decision":{{Write(scenario.Judge())}}}""")
        );

    [Fact]
    public void Generated_questions_are_decided_as_approved_to_the_byte() =>
        Approve(
            "generated.sha256",
            Enumerable
                .Range(1, Worlds)
                .Select(World.Of)
                .Chunk(Block)
                .Select(worlds => string.Concat(worlds.Select(Write)))
                .Select(text => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))))
        );

    // Amending an instrument's text changes its hash and need not change what is decided.
    private static string Write(Decision decision) =>
        DecisionJson.Write(
            decision with
            {
                Versions = [.. decision.Versions.Select(version => version with { Hash = "*" })],
            }
        );

    private static string Write(World world) =>
        DecisionJson.Write(Law.Judge(world.Book, world.Request))
        + DecisionJson.Write(Law.Judge(world.Book, world.Disclosure));

    private static void Approve(string file, IEnumerable<string> lines)
    {
        var received = lines.ToList();
        var approved = File.ReadAllLines(Path.Combine(Folder, file));
        if (!received.SequenceEqual(approved, StringComparer.Ordinal))
        {
            File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, file), received);
        }

        Assert.Equal(approved, received);
    }
}

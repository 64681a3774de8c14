using System.Reflection;

namespace CaseCoordination.Architecture.Tests.Rules;

/// <summary>Who may know whom.</summary>
public sealed class LayerTests
{
    private static readonly string[] OutsideWorld =
    [
        "System.IO",
        "System.Net",
        "System.Data",
        "System.Diagnostics.Process",
    ];

    // Texts in memory and the exception for a text that is not as it should be.
    private static readonly string[] InMemory =
    [
        "System.IO.InvalidDataException",
        "System.IO.StringReader",
        "System.IO.StringWriter",
        "System.IO.TextReader",
        "System.IO.TextWriter",
        "System.IO.Stream",
        "System.IO.MemoryStream",
    ];

    [Fact]
    public void Services_never_reference_each_other() => Assert.Empty(Code.Services.SelectMany(OtherServices));

    [Fact]
    public void Services_never_reference_each_other_can_fail() =>
        Assert.Equal(Code.Services.Count, OtherServices(Code.Own).Count());

    [Fact]
    public void Contracts_and_decider_reference_nothing() =>
        Assert.Empty(((Assembly[])[Code.Contracts, Code.Decider]).SelectMany(Code.References));

    [Fact]
    public void Contracts_and_decider_reference_nothing_can_fail() => Assert.NotEmpty(Code.References(Code.Platform));

    [Fact]
    public void Law_and_identifiers_reference_nothing_and_touch_nothing_outside() =>
        Assert.Empty(((Assembly[])[Code.TreatyLaw, Code.Identifiers]).SelectMany(Outside));

    [Fact]
    public void Law_and_identifiers_touch_nothing_outside_can_fail()
    {
        Assert.Contains("Microsoft.Extensions.Configuration.Abstractions", Outside(Code.Platform));
        Assert.Contains("System.IO.File", Outside(Code.Own));
    }

    [Fact]
    public void Domains_see_only_decisions_and_the_base_library() =>
        Assert.Empty(
            Code.Services.SelectMany(s => s.GetTypes()).Where(IsDomain).Where(IsWritten).SelectMany(Strangers)
        );

    [Fact]
    public void Every_service_has_a_domain_to_judge() =>
        Assert.All(Code.Services, service => Assert.Contains(service.GetTypes(), IsDomain));

    [Fact]
    public void Domains_see_only_decisions_can_fail()
    {
        Assert.True(IsDomain(typeof(Fakes.Domain.Leaky)));
        Assert.Equal(
            ["Leaky uses Code", "Leaky uses IDocumentSession", "Leaky uses Letter"],
            Strangers(typeof(Fakes.Domain.Leaky)).Order(StringComparer.Ordinal)
        );
    }

    // The store's generator adds types of its own beside those that people wrote.
    private static bool IsWritten(Type type) =>
        !type.FullName!.Contains('<', StringComparison.Ordinal)
        && !type.FullName.Contains("global__", StringComparison.Ordinal);

    private static IEnumerable<string> OtherServices(Assembly assembly) =>
        Code.References(assembly)
            .Where(name => Code.Services.Any(s => s != assembly && s.GetName().Name == name))
            .Select(name => $"{assembly.GetName().Name} references {name}");

    private static IEnumerable<string> Outside(Assembly assembly) =>
        Code.References(assembly)
            .Concat(
                Code.Names(assembly)
                    .Where(name =>
                        OutsideWorld.Any(o => name.StartsWith(o + ".", StringComparison.Ordinal))
                        && !InMemory.Any(m => name == m || name.StartsWith(m + ".", StringComparison.Ordinal))
                    )
            );

    private static bool IsDomain(Type type) =>
        type.Namespace?.EndsWith(".Domain", StringComparison.Ordinal) == true && !type.IsNested;

    private static IEnumerable<string> Strangers(Type type) =>
        Uses.Of(type)
            .Where(used =>
                !IsDomain(used.DeclaringType ?? used)
                && used.Assembly != Code.Decider
                && !Code.IsBaseLibrary(used.Assembly.GetName().Name)
                && !IsMadeByTheCompiler(used)
            )
            .Select(used => $"{type.Name} uses {used.Name}");

    private static bool IsMadeByTheCompiler(Type type) => type.Name.StartsWith('<') || type.Namespace is null;
}

using System.Text.RegularExpressions;
using CaseCoordination.Platform.Security;
using MassTransit;

namespace CaseCoordination.Platform.Messaging;

/// <summary>What a service listens to: one durable queue per name, bound by authority code.</summary>
public sealed class MessagingBuilder
{
    private readonly List<Subscription> _subscriptions = [];

    internal IReadOnlyList<Subscription> Subscriptions => _subscriptions;

    /// <summary>Hears what is addressed to the hosted authorities, optionally only of one topic.</summary>
    public MessagingBuilder Consume<TConsumer, TMessage>(string queue, string? topic = null)
        where TConsumer : class, IConsumer<TMessage>
        where TMessage : class =>
        Add<TConsumer, TMessage>(
            queue,
            hosted => hosted.Codes.Select(code => topic is null ? code : $"{code}.{topic}")
        );

    /// <summary>Hears what is said to every service of the node.</summary>
    public MessagingBuilder ConsumeForEveryone<TConsumer, TMessage>(string queue)
        where TConsumer : class, IConsumer<TMessage>
        where TMessage : class => Add<TConsumer, TMessage>(queue, _ => [Announcement.Everyone]);

    private MessagingBuilder Add<TConsumer, TMessage>(string queue, Func<HostedAuthorities, IEnumerable<string>> keys)
        where TConsumer : class, IConsumer<TMessage>
        where TMessage : class
    {
        _subscriptions.Add(
            new Subscription(
                queue,
                typeof(TConsumer),
                (endpoint, hosted) =>
                {
                    foreach (var key in keys(hosted))
                    {
                        endpoint.Bind<TMessage>(binding =>
                        {
                            binding.ExchangeType = "direct";
                            binding.RoutingKey = key;
                        });
                    }
                }
            )
        );
        return this;
    }
}

internal sealed record Subscription(
    string Queue,
    Type Consumer,
    Action<IRabbitMqReceiveEndpointConfigurator, HostedAuthorities> Bind
);

/// <summary>Exchange names from contract namespaces: <c>access-point.letter.v1</c>.</summary>
internal sealed partial class ContractNames : IEntityNameFormatter
{
    public string FormatEntityName<T>() => Of(typeof(T));

    public static string Of(Type contract)
    {
        var parts = contract.Namespace?.Split('.') ?? [];
        return parts is ["CaseCoordination", "Contracts", var owner, var version]
            ? $"{Kebab(owner)}.{Kebab(contract.Name)}.{Kebab(version)}"
            : Kebab(contract.FullName ?? contract.Name);
    }

    private static string Kebab(string name) => WordStart().Replace(name, "-").ToLower(Invariant).TrimStart('-');

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordStart();
}

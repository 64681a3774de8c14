using System.Buffers.Binary;
using System.Numerics;

namespace CaseCoordination.Identifiers;

/// <summary>Keccak-256 as Ethereum and Monero use it: padded with 0x01, unlike the later SHA-3, which the runtime offers.</summary>
internal static class Keccak256
{
    private const int Rate = 136;

    private static readonly int[] Rotations = MakeRotations();

    private static readonly ulong[] RoundConstants = MakeRoundConstants();

    internal static byte[] Hash(ReadOnlySpan<byte> message)
    {
        var padded = new byte[(message.Length / Rate + 1) * Rate];
        message.CopyTo(padded);
        padded[message.Length] = 0x01;
        padded[^1] |= 0x80;

        var state = new ulong[25];
        for (var block = 0; block < padded.Length; block += Rate)
        {
            for (var i = 0; i < Rate / 8; i++)
            {
                state[i] ^= BinaryPrimitives.ReadUInt64LittleEndian(padded.AsSpan(block + i * 8));
            }

            Permute(state);
        }

        var hash = new byte[32];
        for (var i = 0; i < 4; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(hash.AsSpan(i * 8), state[i]);
        }

        return hash;
    }

    private static void Permute(ulong[] lanes)
    {
        var moved = new ulong[25];
        var parity = new ulong[5];
        foreach (var constant in RoundConstants)
        {
            for (var x = 0; x < 5; x++)
            {
                parity[x] = lanes[x] ^ lanes[x + 5] ^ lanes[x + 10] ^ lanes[x + 15] ^ lanes[x + 20];
            }

            for (var i = 0; i < 25; i++)
            {
                var (x, y) = (i % 5, i / 5);
                var mixed = lanes[i] ^ parity[(x + 4) % 5] ^ BitOperations.RotateLeft(parity[(x + 1) % 5], 1);
                moved[y + (2 * x + 3 * y) % 5 * 5] = BitOperations.RotateLeft(mixed, Rotations[i]);
            }

            for (var i = 0; i < 25; i++)
            {
                var row = i / 5 * 5;
                lanes[i] = moved[i] ^ (~moved[row + (i + 1) % 5] & moved[row + (i + 2) % 5]);
            }

            lanes[0] ^= constant;
        }
    }

    // One walk through all lanes but the first, turning each by the next triangular number.
    private static int[] MakeRotations()
    {
        var rotations = new int[25];
        var (x, y) = (1, 0);
        for (var step = 1; step < rotations.Length; step++)
        {
            rotations[x + 5 * y] = step * (step + 1) / 2 % 64;
            (x, y) = (y, (2 * x + 3 * y) % 5);
        }

        return rotations;
    }

    // The constants are the output of a shift register over x^8 + x^6 + x^5 + x^4 + 1, at bits 0, 1, 3, 7, 15, 31 and 63.
    private static ulong[] MakeRoundConstants()
    {
        var constants = new ulong[24];
        var register = 1;
        for (var round = 0; round < constants.Length; round++)
        {
            for (var power = 0; power < 7; power++)
            {
                if ((register & 1) != 0)
                {
                    constants[round] |= 1UL << ((1 << power) - 1);
                }

                register <<= 1;
                register ^= (register & 0x100) != 0 ? 0x171 : 0;
            }
        }

        return constants;
    }
}

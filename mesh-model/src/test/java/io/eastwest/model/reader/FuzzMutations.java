package io.eastwest.model.reader;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Spoils texts: bytes at random, lines, and what readers of YAML and JSON have stumbled over. */
final class FuzzMutations {
    private static final List<String> TOKENS = List.of(
            ":",
            ": ",
            " ",
            "\n",
            "\n  ",
            "- ",
            "{",
            "}",
            "[",
            "]",
            "'",
            "\"",
            ",",
            "? ",
            "? [a]\n: ",
            "&a ",
            "*a",
            "*",
            "&",
            "&a &b ",
            "<<: *a",
            "<<",
            "!!int ",
            "!!str ",
            "!!float",
            "!!null ",
            "!!binary ",
            "!!set ",
            "!<x> ",
            "!",
            "! ",
            "!foo!bar ",
            "---\n",
            "--- ",
            "...\n",
            "%YAML 1.1\n---\n",
            "%YAML 3.0\n---\n",
            "%TAG ! x\n---\n",
            "%",
            "|\n",
            ">\n",
            "|9-\n",
            ">+1\n",
            "|0\n",
            "#",
            " #",
            "\t",
            "\\",
            "\\x",
            "\\ud800",
            "\\ud83d\\ude00",
            "\\U00110000",
            "\\u0000",
            "~",
            "null",
            "true",
            "y",
            "5",
            "-0",
            "0x",
            "0xFFFFFFFFFFFFFFFFF",
            "0o9",
            "1e99999",
            "-1e-99999",
            "1e2147483648",
            ".inf",
            ".nan",
            "NaN",
            "Infinity",
            "1_000",
            "12:30:45",
            "\r",
            "\r\n",
            "\u0085",
            "\u2028",
            "\u2029",
            "\uFEFF",
            "\u0000",
            "\u0007",
            "\u007f",
            "\u00a0",
            "\uD83D\uDE00",
            "\uFFFE",
            "@",
            "`",
            "kind: List\nitems:\n",
            "apiVersion: v1\n",
            "metadata: null\n",
            "spec: []\n",
            "\"a\": 1,",
            "{\"a\": {\"b\": [",
            "// c\n",
            "/* c */");

    private static final List<byte[]> BROKEN = List.of(
            bytes(0xC0, 0x80),
            bytes(0xED, 0xA0, 0x80),
            bytes(0xF4, 0x90, 0x80, 0x80),
            bytes(0xE2, 0x82),
            bytes(0xFF, 0xFE),
            bytes(0xFE, 0xFF),
            bytes(0x80),
            bytes(0xF0, 0x9F, 0x98),
            bytes(0xEF, 0xBF, 0xBE),
            bytes(0x00));

    private final List<byte[]> seeds;
    private final Random random;

    FuzzMutations(List<byte[]> seeds, Random random) {
        this.seeds = seeds;
        this.random = random;
    }

    byte[] next() {
        byte[] input = seed();
        do {
            input = mutated(input);
        } while (random.nextBoolean());
        return input;
    }

    private byte[] seed() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private byte[] mutated(byte[] input) {
        int at = random.nextInt(input.length + 1);
        return switch (random.nextInt(16)) {
            case 0 -> flip(input);
            case 1 -> splice(input, at, at, bytes(random.nextInt(256)));
            case 2 -> splice(input, at, end(input, at, 8), bytes());
            case 3, 4, 5 -> splice(input, at, end(input, at, 3), utf8(TOKENS.get(random.nextInt(TOKENS.size()))));
            case 6 -> splice(input, at, at, BROKEN.get(random.nextInt(BROKEN.size())));
            case 7 -> splice(input, at, end(input, at, 200), piece(seed(), 200));
            case 8 -> splice(input, at, at, piece(input, 400));
            case 9, 10 -> line(input);
            case 11 -> indent(input);
            case 12 -> breaks(input);
            case 13 -> value(input);
            case 14 -> random.nextInt(8) == 0 ? monster(input, at) : flip(input);
            default -> random.nextInt(4) == 0 ? Arrays.copyOf(input, at) : value(input);
        };
    }

    private byte[] flip(byte[] input) {
        byte[] output = input.clone();
        if (output.length > 0) {
            output[random.nextInt(output.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return output;
    }

    /** A line is repeated, dropped or moved: the same field twice, a field in another object. */
    private byte[] line(byte[] input) {
        int from = lineStart(input, random.nextInt(input.length + 1));
        int to = lineEnd(input, from);
        byte[] line = Arrays.copyOfRange(input, from, to);
        int target = lineStart(input, random.nextInt(input.length + 1));
        return switch (random.nextInt(3)) {
            case 0 -> splice(input, to, to, line);
            case 1 -> splice(input, from, to, bytes());
            default -> splice(input, target, target, line);
        };
    }

    private byte[] indent(byte[] input) {
        int from = lineStart(input, random.nextInt(input.length + 1));
        boolean deeper = random.nextBoolean();
        String change = random.nextInt(8) == 0 ? "\t" : " ".repeat(1 + random.nextInt(3));
        return deeper ? splice(input, from, from, utf8(change)) : splice(input, from, end(input, from, 2), bytes());
    }

    private byte[] breaks(byte[] input) {
        String other = List.of("\r", "\r\n", "\u0085", "\u2028", "\n\n", "\n\r").get(random.nextInt(6));
        return utf8(new String(input, StandardCharsets.UTF_8).replace("\n", other));
    }

    /** What stands behind the first colon of a line becomes something of another type. */
    private byte[] value(byte[] input) {
        int from = lineStart(input, random.nextInt(input.length + 1));
        int to = lineEnd(input, from);
        for (int i = from; i < to; i++) {
            if (input[i] == ':') {
                String other = List.of(
                                "5",
                                "-5",
                                "1.5",
                                "true",
                                "null",
                                "\"\"",
                                "[]",
                                "{}",
                                "[null]",
                                "{a: b}",
                                "5s",
                                "1h",
                                "-1s",
                                "STRICT",
                                "2147483648",
                                "9223372036854775808",
                                "\"80\"",
                                "aGk=",
                                "2026-01-01T00:00:00Z",
                                "{exact: a, regex: b}",
                                "&x [*x]",
                                "[[[[]]]]",
                                "text")
                        .get(random.nextInt(23));
                return splice(input, i + 1, Math.max(i + 1, to - 1), utf8(" " + other));
            }
        }
        return input;
    }

    /** Something that is too much: aliases of aliases, depth, a long word, many fields, many documents. */
    private byte[] monster(byte[] input, int at) {
        int size = 1 << random.nextInt(17);
        String text = switch (random.nextInt(12)) {
            case 0 -> "\n" + bomb(2 + random.nextInt(9), 2 + random.nextInt(9));
            case 1 -> "[".repeat(size);
            case 2 -> "{\"a\":".repeat(size);
            case 3 -> "\n" + "- ".repeat(size);
            case 4 -> "a".repeat(size);
            case 5 -> "9".repeat(size);
            case 6 -> "\"" + "\\u00e9 \\\n".repeat(size / 8 + 1) + "\"";
            case 7 -> "[" + "1,".repeat(size) + "1]";
            case 8 -> "---\n".repeat(size / 4 + 1);
            case 9 -> "\n" + fields(size / 16 + 1);
            case 10 -> " ".repeat(size);
            default -> "? ".repeat(size);
        };
        return splice(input, at, at, utf8(text));
    }

    private static String bomb(int width, int levels) {
        StringBuilder text = new StringBuilder("b0: &b0 [x]\n");
        for (int level = 1; level <= levels; level++) {
            String one = "*b" + (level - 1);
            text.append("b" + level + ": &b" + level + " [" + (one + ", ").repeat(width) + one + "]\n");
        }
        return text.toString();
    }

    private static String fields(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("f").append(i % 5000).append(": 1\n");
        }
        return text.toString();
    }

    private byte[] piece(byte[] source, int length) {
        int from = random.nextInt(source.length + 1);
        return Arrays.copyOfRange(source, from, end(source, from, length));
    }

    private int end(byte[] input, int from, int most) {
        return Math.min(input.length, from + random.nextInt(most + 1));
    }

    private static int lineStart(byte[] input, int at) {
        int from = Math.min(at, input.length);
        while (from > 0 && input[from - 1] != '\n') {
            from--;
        }
        return from;
    }

    private static int lineEnd(byte[] input, int from) {
        int to = from;
        while (to < input.length && input[to] != '\n') {
            to++;
        }
        return Math.min(input.length, to + 1);
    }

    private static byte[] splice(byte[] input, int from, int to, byte[] inserted) {
        ByteArrayOutputStream output = new ByteArrayOutputStream(input.length + inserted.length);
        output.write(input, 0, from);
        output.write(inserted, 0, inserted.length);
        output.write(input, to, input.length - to);
        return output.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}

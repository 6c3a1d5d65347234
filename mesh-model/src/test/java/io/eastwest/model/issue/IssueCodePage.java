package io.eastwest.model.issue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page of all codes, made of the comments in {@code IssueCode.java}, so that it says what the code says. */
final class IssueCodePage {
    private static final Path SOURCE = Path.of("src/main/java/io/eastwest/model/issue/IssueCode.java");
    private static final Pattern CONSTANT =
            Pattern.compile("/\\*\\*(?<comment>(?:(?!\\*/).)*)\\*/\\s+(?<name>[A-Z][A-Z0-9_]*)[,;\\s]", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("\\{@(?:code|link)\\s+((?:[^{}]|\\{(?:[^{}]|\\{[^{}]*})*})*)}");

    private IssueCodePage() {}

    /**
     * What a comment says.
     *
     * @param name name of the constant
     * @param cause what is wrong
     * @param example a document or value that is wrong so
     * @param fix what to do
     */
    record Entry(String name, String cause, String example, String fix) {
        static Entry of(String name, String comment) {
            String text = CODE.matcher(comment.replaceAll("\\s*\\n\\s*\\* ?", " "))
                    .replaceAll(code -> Matcher.quoteReplacement("`" + code.group(1) + "`"))
                    .strip();
            int fix = text.indexOf("Fix: ");
            String before = fix < 0 ? text : text.substring(0, fix);
            int example = before.indexOf("Example: ");
            return new Entry(
                    name,
                    (example < 0 ? before : before.substring(0, example)).strip(),
                    example < 0
                            ? ""
                            : before.substring(example + "Example: ".length()).strip(),
                    fix < 0 ? "" : text.substring(fix + "Fix: ".length()).strip());
        }

        String section() {
            return "## " + name + "\n\n" + cause + "\n\n- Example: " + example + "\n- Fix: " + fix + "\n";
        }
    }

    /** All codes, in the order of the source. */
    static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        String source = read();
        Matcher constant = CONSTANT.matcher(source.substring(source.indexOf("enum IssueCode {")));
        while (constant.find()) {
            entries.add(Entry.of(constant.group("name"), constant.group("comment")));
        }
        return entries;
    }

    static String text() {
        StringBuilder page = new StringBuilder("""
                # Issue codes

                Every issue ends with one of these codes. Names are stable: programs and suppressions may rely on them. This page
                is generated from `IssueCode.java`; CONTRIBUTING.md says how.
                """);
        entries().stream()
                .sorted(Comparator.comparing(Entry::name))
                .forEach(entry -> page.append('\n').append(entry.section()));
        return page.toString();
    }

    private static String read() {
        try {
            return Files.readString(SOURCE).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

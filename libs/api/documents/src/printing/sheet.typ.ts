/**
 * A document on paper, in Typst. What people wrote comes in through `sys.inputs` as JSON and is only ever set as
 * text: nothing they type can become a command here.
 */
export const SHEET_TYPST = `
#let sheet = json(bytes(sys.inputs.sheet))
#let ink = rgb("#22282b")
#let quiet = rgb("#4a5458")
#let teal = rgb("#1f5f66")
#let rule = rgb("#697478")
#let faint = rgb("#cfc9bc")
// By name, so that no letter depends on what the machine happens to have.
#let other-alphabets = ("Noto Sans Hebrew", "Noto Sans Arabic", "Noto Emoji")
#let plain-fonts = ("Atkinson Hyperlegible", "Literata", ..other-alphabets)
#let title-fonts = ("Literata", "Atkinson Hyperlegible", ..other-alphabets)

#let body-size = sheet.type.body * 1pt
#let small = sheet.type.small * 1pt
#let foot = sheet.type.foot * 1pt
// The codes stand in the margin; large ones need more of it.
#let is-small = sheet.isHalf and foot <= 9pt
#let side = if is-small { 17mm } else if foot > 9pt { 24mm } else { 21mm }

#set document(title: sheet.fileTitle, date: datetime(
  year: sheet.printedOn.at(0), month: sheet.printedOn.at(1), day: sheet.printedOn.at(2),
))
#set text(font: plain-fonts, size: body-size, fill: ink, lang: sheet.language, hyphenate: false)
#set par(leading: 0.68em, spacing: 0.9em)
#set page(
  paper: sheet.paper,
  margin: if sheet.isCard { (x: 14mm, top: 13mm, bottom: 17mm) } else {
    (x: side, top: if is-small { 17mm } else { 22mm }, bottom: if is-small { 20mm } else { 24mm })
  },
  header: context {
    if here().page() > if sheet.cover == none { 1 } else { 2 } {
      set text(size: foot, fill: quiet)
      sheet.running
    }
  },
  footer: context {
    set text(size: foot, fill: quiet)
    line(length: 100%, stroke: 0.5pt + faint)
    v(-0.5em)
    grid(
      columns: (1fr, auto), column-gutter: 12pt,
      sheet.footer,
      [#sheet.page #counter(page).display()],
    )
  },
)
#show title: set text(font: title-fonts, size: body-size * if sheet.isCard { 1.5 } else { 2 }, weight: "semibold")
#show title: set par(leading: 0.45em)
// What is listed beside the pages names the questions; a plain cover hides them there as well.
#set heading(bookmarked: sheet.cover == none)
#show heading: set block(sticky: true, above: 0pt, below: 0.7em)
#show heading: set text(size: body-size * 1.09, weight: "bold")

// Headings may not skip a level, so a question before the first section stands on the first one.
#let level-of-questions(at) = if sheet.pieces.slice(0, at).any(it => it.sort == "section") { 2 } else { 1 }

#let written(it) = {
  set text(dir: if it.rightToLeft { rtl } else { ltr })
  for lines in it.paragraphs { par(lines.join(linebreak())) }
}

#let mark(shape, marked) = box(baseline: 18%, {
  let size = body-size * 0.91
  let edge = 0.9pt + ink
  if shape == "circle" {
    circle(radius: size / 2, stroke: edge, inset: 0pt, if marked {
      align(center + horizon, circle(radius: 2.8pt, fill: ink))
    })
  } else if shape == "number" {
    square(size: size + 3pt, stroke: edge)
  } else {
    square(size: size, stroke: edge, if marked {
      place(line(start: (-3pt, 0.5pt), end: (0pt, 4pt), stroke: 1.6pt + ink))
      place(line(start: (0pt, 4pt), end: (6.5pt, -4.5pt), stroke: 1.6pt + ink))
    })
  }
})

// Some spaces hold others, so they are looked up while they are set and not before.
#let set-space(table, it) = if it.sort == "several" {
  for one in it.spaces { block(above: 0.9em, below: 0.9em, width: 100%, set-space(table, one)) }
} else { table.at(it.sort)(it) }

#let space-for = (
  "lines": it => for _ in range(it.count) {
    block(above: 0pt, below: 0pt, height: 8.5mm, width: 100%, align(bottom, line(length: 100%, stroke: 0.6pt + rule)))
  },
  "text": it => block(width: 100%, stroke: (left: 2pt + teal), inset: (left: 10pt, y: 3pt), written(it.text)),
  "said": it => block(stroke: (left: 2pt + faint), inset: (left: 10pt, y: 3pt), par(text(fill: quiet, it.text))),
  "marks": it => list(
    marker: none, indent: 0pt, body-indent: 0pt, spacing: 0.75em,
    ..it.marks.map(one => par(hanging-indent: 18pt, {
      mark(it.shape, one.marked)
      h(8pt)
      if one.marked { strong(one.label) } else { one.label }
      if one.said != "" { text(fill: quiet, " " + one.said) }
    })),
  ),
  "scale": it => {
    grid(
      columns: (1fr,) * 11, align: center,
      ..range(11).map(number => {
        let here = number == it.chosen
        box(circle(radius: 10pt, stroke: 0.9pt + ink, fill: if here { ink }, inset: 0pt, align(
          center + horizon,
          text(size: 10pt, weight: if here { "bold" } else { "regular" }, fill: if here { white } else { ink }, str(number)),
        )))
      }),
    )
    v(-0.3em)
    grid(
      columns: (1fr, 1fr), column-gutter: 24pt, align: (left, right),
      par(text(size: small)[0 = #it.low]), par(text(size: small)[10 = #it.high]),
    )
    if it.said != "" { block(above: 0.8em, par(strong(it.said))) }
  },
  "field": it => grid(
    columns: (auto, 1fr), column-gutter: 8pt, align: bottom,
    par(text(fill: quiet, it.label)),
    if it.text == none {
      block(height: 8.5mm, width: 100%, align(bottom, line(length: 100%, stroke: 0.6pt + rule)))
    } else { written(it.text) },
  ),
  "caption": it => block(sticky: true, par(text(size: small, fill: quiet, it.text))),
  "table": it => table(
    columns: (1fr,) * it.columns.len(), stroke: 0.6pt + rule, inset: 6pt,
    table.header(..it.columns.map(name => text(size: small, weight: "bold", name))),
    ..it.rows.flatten().map(cell => if cell == "" { block(height: 7mm) } else { cell }),
  ),
  "day": it => grid(
    columns: (24mm, 24mm, 34mm), column-gutter: 8mm, row-gutter: 4pt,
    ..it.parts.map(_ => block(height: 8.5mm, width: 100%, align(bottom, line(length: 100%, stroke: 0.6pt + rule)))),
    ..it.parts.map(part => par(text(size: foot, fill: quiet, part))),
  ),
)

// In the margin, so that it takes no room from the words.
#let code-beside(code) = if code != "" {
  place(top + right, dx: side - 7mm, text(size: foot, fill: quiet, code))
}

#let question(it, level) = block(breakable: not it.whole, above: 1.9em, below: 1.9em, width: 100%, {
  code-beside(it.code)
  heading(level: level, {
    it.question
    if it.optional != "" { text(weight: "regular", fill: quiet, " " + it.optional) }
  })
  let help = (it.help, it.how).filter(one => one != "").join(" ")
  if help != none { block(below: 0.9em, sticky: true, par(text(size: small, fill: quiet, help))) }
  set-space(space-for, it.space)
})

// A part of a plan or a script: its heading, then what stands there, each entry undivided where it is short.
#let part(it) = {
  block(sticky: true, above: 1.9em, below: 0.8em, heading(level: 1, text(font: title-fonts, size: body-size * 1.18, weight: "semibold", it.title)))
  for entry in it.entries {
    let length = entry.lines.map(one => one.text.paragraphs.flatten().join(" ", default: "").len()).sum(default: 0)
    block(breakable: length > 1200 * sheet.room, above: 0.9em, below: 0.9em, width: 100%, stroke: (left: 2pt + faint), inset: (left: 10pt, y: 2pt), {
      code-beside(entry.code)
      if entry.label != "" { par(strong(entry.label)) }
      for one in entry.lines {
        if one.label != "" { par(text(size: small, fill: quiet, one.label)) }
        written(one.text)
      }
    })
  }
}

#if sheet.cover != none {
  page(header: none, footer: none, {
    v(1fr)
    align(center, {
      par(text(font: title-fonts, size: 28pt, weight: "semibold", sheet.cover.title))
      v(1em)
      par(text(size: calc.max(sheet.type.body, 12) * 1pt, sheet.cover.note))
    })
    v(2fr)
  })
  counter(page).update(1)
}

#title(sheet.title)

#if sys.inputs.gaps == "true" {
  block(stroke: 0.9pt + ink, radius: 3pt, inset: 8pt, width: 100%, par(sheet.gaps))
}

#if sheet.whose != "" { par(strong(sheet.whose)) }
#for fact in sheet.facts {
  par({
    if fact.label != "" { strong(fact.label + ": ") }
    fact.text
  })
}
#if sheet.blanks.len() > 0 {
  grid(
    columns: (2fr, 1fr), column-gutter: 10mm,
    ..sheet.blanks.map(label => grid(
      columns: (auto, 1fr), column-gutter: 6pt, align: bottom,
      par(label), block(height: 9mm, width: 100%, align(bottom, line(length: 100%, stroke: 0.6pt + rule))),
    )),
  )
}
#let safety = block(
  breakable: false, above: 1.4em, below: 1.4em, width: 100%, radius: 4pt, stroke: 0.9pt + teal, inset: 10pt,
  {
    set text(size: small)
    set par(spacing: 0.6em)
    par(strong(sheet.safety.title))
    for one in sheet.safety.lines { par({ strong(one.label + ": "); one.text }) }
    par(text(fill: quiet, sheet.safety.note))
  },
)
#if not sheet.isCard { safety }
#if sheet.phone != none {
  block(breakable: false, above: 1.2em, below: 1.4em, width: 100%, grid(
    columns: (26mm, 1fr), column-gutter: 6mm, align: horizon,
    image(bytes(sheet.phone.square), format: "svg", width: 26mm, alt: sheet.phone.alt),
    { set text(size: small); par(strong(sheet.phone.label)); par(link(sheet.phone.address)) },
  ))
}
#if sheet.leaveOut != "" { par(sheet.leaveOut) }

#if sheet.codesNote != "" { par(text(size: small, fill: quiet, sheet.codesNote)) }

#for (at, it) in sheet.pieces.enumerate() {
  if it.sort == "section" {
    block(sticky: true, above: 2.2em, below: 1em, heading(level: 1, text(font: title-fonts, size: body-size * 1.36, weight: "semibold", it.title)))
  } else if it.sort == "guidance" {
    block(above: 1.4em, below: 1.4em, written(it.text))
  } else if it.sort == "part" {
    part(it)
  } else {
    question(it, level-of-questions(at))
  }
}

#if sheet.isCard { safety }

#for one in sheet.notices {
  block(above: 2.2em, width: 100%, stroke: (top: 0.5pt + faint), inset: (top: 10pt), {
    heading(level: 1, one.title)
    set text(size: small)
    written(one.text)
  })
}
`;

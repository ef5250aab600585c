"""The style sheet: every rule in one place, written from tokens. Widgets say what they are by the property "role"."""

from __future__ import annotations

from attach_desktop.ui.theme.tokens import MEDIUM, RADIUS_CARD, RADIUS_FIELD, SCALE, SMALL, TIGHT, Palette


def style_sheet(p: Palette, points: float, icons: str) -> str:
    """The sheet for palette ``p``, a system font of ``points`` points, and the folder of the icons."""
    size = {name: f"{points * factor:.1f}pt" for name, factor in SCALE.items()}
    w = p.line_width
    return f"""
QToolTip {{ background: {p.raised}; color: {p.ink}; border: {w}px solid {p.line}; padding: {TIGHT}px; }}
QLabel[role="title"] {{ font-size: {size["title"]}; font-weight: 600; }}
QLabel[role="lead"] {{ font-size: {size["lead"]}; font-weight: 600; }}
QLabel[role="muted"] {{ color: {p.muted}; }}
QLabel[role="small"] {{ color: {p.muted}; font-size: {size["small"]}; }}
QLabel[role="fault"] {{ color: {p.error}; }}
QFrame[role="card"] {{ background: {p.surface}; border: {w}px solid {p.line}; border-radius: {RADIUS_CARD}px; }}
QFrame[role="note"] {{ background: {p.accent_soft}; border: none; border-radius: {RADIUS_FIELD}px; }}
QFrame[role="pane"] {{ background: {p.raised}; border: none; border-top: {w}px solid {p.line}; }}
QFrame[role="hairline"] {{ background: {p.line}; border: none; }}
QScrollArea, QScrollArea > QWidget > QWidget[role="plain"] {{ background: transparent; border: none; }}

QLineEdit, QPlainTextEdit, QDateEdit, QTimeEdit, QSpinBox, QComboBox, QFrame[role="field"] {{
  background: {p.surface}; color: {p.ink}; border: {w}px solid {p.field_line}; border-radius: {RADIUS_FIELD}px;
  padding: {SMALL - 3}px {SMALL}px; selection-background-color: {p.accent}; selection-color: {p.on_accent};
}}
QLineEdit:focus, QPlainTextEdit:focus, QDateEdit:focus, QTimeEdit:focus, QSpinBox:focus, QComboBox:focus,
QFrame[role="field"][focused="true"] {{
  border: 2px solid {p.focus}; padding: {SMALL - 4}px {SMALL - 1}px;
}}
QLineEdit[role="bare"], QLineEdit[role="bare"]:focus {{ border: none; background: transparent; padding: 2px; }}
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {p.muted}; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: 22px; }}
QSpinBox::up-button, QSpinBox::down-button, QTimeEdit::up-button, QTimeEdit::down-button {{ width: 0; border: none; }}
QSpinBox > QLineEdit, QTimeEdit > QLineEdit {{ border: none; background: transparent; padding: 0 {SMALL}px; }}
QSpinBox > QLineEdit:focus, QTimeEdit > QLineEdit:focus {{ border: none; padding: 0 {SMALL}px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url({icons}/down-{p.name}.svg); width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{ background: {p.surface}; color: {p.ink}; border: {w}px solid {p.line};
  selection-background-color: {p.accent_soft}; selection-color: {p.ink}; }}

QPushButton {{
  background: {p.raised}; color: {p.ink}; border: {w}px solid {p.field_line}; border-radius: {RADIUS_FIELD}px;
  padding: {SMALL - 2}px {MEDIUM}px;
}}
QPushButton:hover {{ background: {p.accent_soft}; }}
QPushButton:focus {{ border: 2px solid {p.focus}; padding: {SMALL - 3}px {MEDIUM - 1}px; }}
QPushButton:disabled {{ color: {p.muted}; border-color: {p.line}; }}
QPushButton[role="primary"] {{ background: {p.accent}; color: {p.on_accent}; border: {w}px solid {p.accent};
  font-weight: 600; padding: {SMALL - 2}px {MEDIUM + 6}px; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {p.focus}; padding: {SMALL - 3}px {MEDIUM + 5}px; }}
QPushButton[role="primary"]:disabled {{ background: {p.accent_soft}; color: {p.muted}; border-color: {p.line}; }}
QPushButton[role="quiet"] {{ background: transparent; color: {p.accent}; border: 2px solid transparent;
  padding: {TIGHT}px {SMALL}px; text-align: left; }}
QPushButton[role="quiet"]:hover {{ background: {p.accent_soft}; }}
QPushButton[role="quiet"]:focus {{ border: 2px solid {p.focus}; }}
QPushButton[role="quiet"]:disabled {{ color: {p.muted}; }}
QPushButton[role="fold"] {{ background: transparent; color: {p.ink}; border: 2px solid transparent; font-weight: 600;
  padding: {SMALL}px {TIGHT}px; text-align: left; }}
QPushButton[role="fold"]:hover {{ color: {p.accent}; }}
QPushButton[role="fold"]:focus {{ border: 2px solid {p.focus}; }}
QPushButton[role="section"] {{ background: transparent; color: {p.muted}; border: 2px solid transparent;
  padding: {TIGHT}px {MEDIUM}px; }}
QPushButton[role="section"]:hover {{ color: {p.ink}; }}
QPushButton[role="section"]:checked {{ color: {p.ink}; background: {p.accent_soft}; }}
QPushButton[role="section"]:focus {{ border: 2px solid {p.focus}; }}
QPushButton[role="chip"] {{ background: {p.accent_soft}; color: {p.ink}; border: 2px solid transparent;
  border-radius: 10px; padding: 2px {SMALL + 2}px; }}
QPushButton[role="chip"]:hover {{ color: {p.accent}; }}
QPushButton[role="chip"]:focus {{ border: 2px solid {p.focus}; }}
QPushButton[role="suggestion"] {{ background: transparent; color: {p.muted}; border: {w}px solid {p.line};
  border-radius: 10px; padding: 2px {SMALL + 2}px; }}
QPushButton[role="suggestion"]:hover {{ color: {p.accent}; border-color: {p.accent}; }}
QPushButton[role="suggestion"]:focus {{ border: 2px solid {p.focus}; padding: 1px {SMALL + 1}px; }}
QPushButton, QCheckBox, QRadioButton, QTabBar, QToolButton {{ outline: none; }}
QPushButton::menu-indicator {{ width: 0; }}

QCheckBox, QRadioButton {{ spacing: {SMALL}px; padding: 2px; border: 2px solid transparent; border-radius: 4px; }}
QCheckBox:focus, QRadioButton:focus {{ border: 2px solid {p.focus}; }}
QRadioButton::indicator {{ width: 14px; height: 14px; background: {p.surface}; border: {w}px solid {p.field_line};
  border-radius: 8px; }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; background: {p.on_accent}; border: 5px solid {p.accent}; }}
QCheckBox::indicator, QListView::indicator {{ width: 16px; height: 16px; background: {p.surface};
  border: {w}px solid {p.field_line}; border-radius: 4px; }}
QCheckBox::indicator:checked, QListView::indicator:checked {{ background: {p.accent}; border-color: {p.accent};
  image: url({icons}/check-{p.name}.svg); }}

QTabWidget::pane {{ border: none; border-top: {w}px solid {p.line}; }}
QTabBar {{ background: {p.ground}; }}
QTabBar::tab {{ background: transparent; color: {p.muted}; padding: {SMALL + 2}px {MEDIUM}px;
  border: none; border-bottom: 3px solid transparent; margin-right: {TIGHT}px; }}
QTabBar::tab:selected {{ color: {p.ink}; border-bottom: 3px solid {p.accent}; font-weight: 600; }}
QTabBar::tab:hover {{ color: {p.ink}; }}
QTabBar::tab:focus {{ color: {p.ink}; border-bottom: 3px solid {p.focus}; }}

QMenuBar {{ background: {p.ground}; color: {p.ink}; }}
QMenuBar::item {{ padding: {TIGHT}px {SMALL}px; background: transparent; }}
QMenuBar::item:selected {{ background: {p.accent_soft}; }}
QMenu {{ background: {p.surface}; color: {p.ink}; border: {w}px solid {p.line}; padding: {TIGHT}px; }}
QMenu::item {{ padding: {TIGHT + 2}px {MEDIUM * 2}px; border-radius: 4px; }}
QMenu::item:selected {{ background: {p.accent_soft}; color: {p.ink}; }}
QMenu::item:disabled {{ color: {p.muted}; }}
QMenu::separator {{ height: 1px; background: {p.line}; margin: {TIGHT}px {SMALL}px; }}

QTableView, QListView, QTreeView, QTextBrowser {{ background: {p.surface}; color: {p.ink}; border: none; outline: none;
  selection-background-color: {p.accent_soft}; selection-color: {p.ink}; }}
QTableView[role="list"] {{ selection-background-color: transparent; }}
QTextBrowser[framed="true"] {{ border: 2px solid {p.surface}; border-radius: {RADIUS_FIELD}px; }}
QTextBrowser[framed="true"]:focus {{ border: 2px solid {p.focus}; }}
QWidget[role="paper"] {{ background: {p.surface}; }}
QListWidget::item {{ padding: {SMALL}px; border-radius: {RADIUS_FIELD}px; }}
QTableView[framed="true"]::item {{ padding: 0 {SMALL - 3}px; }}
QWidget[role="row"] {{ border: 2px solid transparent; border-radius: {RADIUS_FIELD}px; }}
QWidget[role="row"]:focus {{ border: 2px solid {p.focus}; }}
QToolButton[role="more"] {{ background: transparent; color: {p.muted}; border: 2px solid transparent;
  border-radius: 4px; }}
QToolButton[role="more"]:hover {{ color: {p.accent}; }}
QToolButton[role="more"]:focus {{ border: 2px solid {p.focus}; }}
QToolButton[role="more"]::menu-indicator {{ image: none; width: 0; }}
QListView[role="sections"]::item {{ padding: {TIGHT}px; color: {p.ink}; }}
QListView[role="sections"]::item:selected {{ background: {p.accent_soft}; }}
QTableView[framed="true"], QListView[framed="true"] {{ border: {w}px solid {p.line}; border-radius: {RADIUS_FIELD}px; }}
QListView[role="sections"]:focus {{ border: 2px solid {p.focus}; }}
QHeaderView::section {{ background: {p.raised}; color: {p.muted}; border: none; border-bottom: {w}px solid {p.line};
  padding: {TIGHT}px {SMALL}px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {p.field_line}; border-radius: 4px; min-height: 32px; margin: 2px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {p.field_line}; border-radius: 4px; min-width: 32px; margin: 2px; }}
QSplitter::handle {{ background: {p.line}; }}
QSplitter::handle:focus {{ background: {p.focus}; }}
QStatusBar {{ background: {p.ground}; color: {p.muted}; border-top: {w}px solid {p.line}; }}
QStatusBar::item {{ border: none; }}
QProgressBar {{ background: {p.raised}; border: {w}px solid {p.line}; border-radius: 4px; text-align: center; }}
QProgressBar::chunk {{ background: {p.accent}; border-radius: 3px; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {p.surface}; }}
QCalendarWidget QToolButton {{ color: {p.ink}; background: transparent; padding: {TIGHT}px; }}
QCalendarWidget QToolButton:focus {{ border: 2px solid {p.focus}; }}
"""

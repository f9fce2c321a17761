"""Workshop files on disk: never edited in place, never lost, never opened unchecked.

    create_workshop(path, workshop)                    a new file; FileInTheWayError when there is one
    read_workshop(path, templates) -> Workshop         to look at
    with reading_workshop(path, templates) as (workshop, attachment):    to export: images too
    with open_workshop(path) as store:                 to edit; every refusal is a WorkshopFileError
        journal = Journal(store, store.load(templates))
        store.publish_in_background()                  in a window; store.subscribe(told of each SaveStatus)
        store.publish_now()                            in a command: raises when the file can not be written

`store.recovery.recover` saves what is left of a damaged file into a new one; `store.errors` has the errors.
Import from here late: SQLModel takes 0.3 s.
"""

from canvasapp.store.errors import InUseError as InUseError
from canvasapp.store.errors import StoreError as StoreError
from canvasapp.store.errors import WorkshopFileError as WorkshopFileError
from canvasapp.store.new_file import create_workshop as create_workshop
from canvasapp.store.opening import open_workshop as open_workshop
from canvasapp.store.opening import read_workshop as read_workshop
from canvasapp.store.opening import reading_workshop as reading_workshop
from canvasapp.store.status import SaveState as SaveState
from canvasapp.store.status import SaveStatus as SaveStatus
from canvasapp.store.workshop_file import WorkshopStore as WorkshopStore
